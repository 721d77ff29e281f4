import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { buttonClass } from '../ui/button-class.ts';
import { useFormat } from '../ui/use-format.ts';
import { orderOf, type PaymentLink } from './link.ts';
import { LinkBadge } from './link-badge.tsx';
import styles from './links.module.css';

/** The link a payment came through, those that ask for its rest, and the way to ask for it. */
export function LinksOfPayment({ paymentId }: { readonly paymentId: string }) {
  const words = useTranslations('links');
  const format = useFormat();
  const id = useId();
  const { can } = useSession();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.links.ofPayment.queryOptions({ paymentId }));
  if (data === undefined) return null;
  const mayMake = can('link');
  const { through, again, rest } = data;
  if (through === null && again.length === 0 && (rest === null || !mayMake)) return null;

  const show = (link: PaymentLink, text: string) => (
    <p key={link.id}>
      {mayMake ? (
        <Link to="/links/$linkId" params={{ linkId: link.id }}>
          {text}
        </Link>
      ) : (
        text
      )}{' '}
      <LinkBadge state={link.state} />
    </p>
  );
  return (
    <section className={styles.more} aria-labelledby={id}>
      <h2 id={id}>{words('ofPayment')}</h2>
      {through === null ? null : show(through, words('through', { order: orderOf(through) }))}
      {again.map((link) => show(link, words('askedAgain', { amount: format.money(link.amount) })))}
      {rest === null || !mayMake ? null : (
        <>
          <p>{words('restLapsed', { amount: format.money(rest.amount) })}</p>
          <Link to="/links/new" search={{ for: paymentId }} className={buttonClass('primary')}>
            {words('rest')}
          </Link>
        </>
      )}
    </section>
  );
}
