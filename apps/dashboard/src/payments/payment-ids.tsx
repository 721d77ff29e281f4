import { useTranslations } from 'use-intl';
import { CopyButton } from '../ui/copy-button.tsx';
import type { PaymentDetail } from './payment.ts';
import styles from './payment-page.module.css';
import { RefNrChange } from './ref-nr-change.tsx';

/** Every number by which somebody may ask for this payment, ready to copy. */
export function PaymentIds({ payment }: { readonly payment: PaymentDetail }) {
  const words = useTranslations('payments');
  return (
    <section className={styles.section} aria-labelledby="payment-ids">
      <h2 id="payment-ids">{words('ids.title')}</h2>
      <dl className={styles.ids}>
        <Id name={words('ids.refNr')} value={payment.refNr} />
        {payment.refNrChange.former.map((refNr) => (
          <Id key={refNr} name={words('refNrChange.former')} value={refNr} />
        ))}
        <Id name={words('ids.transId')} value={payment.transId} />
        <Id name={words('ids.payId')} value={payment.payId} />
        <div className={styles.id}>
          <dt>{words('ids.connection')}</dt>
          <dd>
            <bdi>{payment.connection.label}</bdi>
          </dd>
        </div>
        <div className={styles.id}>
          <dt>{words('ids.source')}</dt>
          <dd>{words(`source.${payment.source}`)}</dd>
        </div>
        {payment.orderDesc === '' ? null : (
          <div className={styles.id}>
            <dt>{words('detail.description')}</dt>
            <dd>
              <bdi>{payment.orderDesc}</bdi>
            </dd>
          </div>
        )}
      </dl>
      <RefNrChange payment={payment} />
    </section>
  );
}

/** One identifier with its copy button; the timeline uses it too. */
export function Id({ name, value }: { readonly name: string; readonly value: string | null }) {
  const words = useTranslations('payments.ids');
  return (
    <div className={styles.id}>
      <dt>{name}</dt>
      <dd>
        {value === null ? (
          words('missing')
        ) : (
          <>
            <bdi className="identifier">{value}</bdi>
            <CopyButton text={value} what={name} />
          </>
        )}
      </dd>
    </div>
  );
}
