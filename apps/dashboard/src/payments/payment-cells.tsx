import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import styles from './grid-cells.module.css';
import { orderOf, type Payment } from './payment.ts';

/** The order number, which opens the payment, and what a search found it by. */
export function Order({ payment }: { readonly payment: Payment }) {
  return (
    <Link
      to="/payments/$paymentId"
      params={{ paymentId: payment.id }}
      tabIndex={-1}
      className={styles.orderLink}
    >
      <span className={styles.order}>{orderOf(payment)}</span>
      <Found payment={payment} />
    </Link>
  );
}

/** What a search found the payment by, unless it stands there anyway. */
function Found({ payment }: { readonly payment: Payment }) {
  const words = useTranslations('payments.search');
  const parts = (payment.matched ?? []).filter((part) => part !== 'refNr');
  if (parts.length === 0) return null;
  return (
    <span className={styles.found}>{parts.map((part) => words(`part.${part}`)).join(', ')}</span>
  );
}

/** Before an authorization the asked amount is what people look for; it is named, so that nobody takes it for money. */
export function Authorized({ payment }: { readonly payment: Payment }) {
  const words = useTranslations('payments.column');
  const format = useFormat();
  if (payment.authorized > 0) return <Amount of={payment} is="authorized" />;
  return (
    <span className={styles.requested}>
      <span>{words('requested')}</span>
      <span>{format.amount(payment.requestedAmount, payment.currency)}</span>
    </span>
  );
}

type AmountProps = {
  readonly of: Payment;
  readonly is: 'authorized' | 'captured' | 'refunded' | 'reversed' | 'remaining';
};

/** One amount of a payment; nothing is told apart from something. */
export function Amount({ of: payment, is }: AmountProps) {
  const format = useFormat();
  const minor = payment[is];
  return (
    <span className={minor === 0 ? styles.zero : undefined}>
      {format.amount(minor, payment.currency)}
    </span>
  );
}

/** An instant, short. */
export function When({ at }: { readonly at: number }) {
  const format = useFormat();
  return <time dateTime={new Date(at).toISOString()}>{format.shortInstant(at)}</time>;
}

/** A number of the gateway or of the shop. */
export function Text({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <span className={styles.order}>
      <bdi className="identifier">{text}</bdi>
    </span>
  );
}

/** Where a payment came from. */
export function Source({ source }: { readonly source: Payment['source'] }) {
  return useTranslations('payments.source')(source);
}
