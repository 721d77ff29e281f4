import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../ui/button-class.ts';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { PaymentLink } from './link.ts';
import { LinkBadge } from './link-badge.tsx';

/** How a link stands now, in words; changes by itself. */
export function LinkStanding({ link }: { readonly link: PaymentLink }) {
  const words = useTranslations('links');
  const format = useFormat();
  const { state, openedAt, withdrawnAt, busySince, againAt, paidTimes, paidPaymentId } = link;
  const when = { scanned: openedAt, withdrawn: withdrawnAt } as const;
  const moment = state === 'scanned' || state === 'withdrawn' ? when[state] : null;
  return (
    <>
      <div role="status">
        <LinkBadge state={state} />
        <p>{words(`stateText.${state}`, { when: format.relative(moment ?? format.now) })}</p>
        {busySince === null || againAt === null ? null : (
          <p>{words('busy', { since: format.time(busySince), again: format.time(againAt) })}</p>
        )}
      </div>
      {paidTimes > 1 ? (
        <Notice tone="danger" role="alert">
          {words('paidTwice', { count: paidTimes })}
        </Notice>
      ) : null}
      {paidPaymentId === null ? null : (
        <Link
          to="/payments/$paymentId"
          params={{ paymentId: paidPaymentId }}
          className={buttonClass('primary')}
        >
          {words('toPayment')}
        </Link>
      )}
    </>
  );
}
