import { useTranslations } from 'use-intl';
import type { PaymentEvent } from './payment.ts';
import { Id } from './payment-ids.tsx';
import styles from './payment-timeline.module.css';

type StepIdsProps = { readonly event: PaymentEvent; readonly refNr: string | null };

/** The numbers of one step and the gateway's own text, for those who have to ask the gateway. */
export function StepIds({ event, refNr }: StepIdsProps) {
  const words = useTranslations('payments');
  const { xid, reqId, description } = event;
  if (xid === null && reqId === null && description === null && refNr === null) return null;
  return (
    <details className={styles.details}>
      <summary>{words('timeline.details')}</summary>
      <dl>
        {xid === null ? null : <Id name={words('ids.xid')} value={xid} />}
        {reqId === null ? null : <Id name={words('ids.reqId')} value={reqId} />}
        {refNr === null ? null : <Id name={words('ids.refNrStep')} value={refNr} />}
        {description === null || description === '' ? null : (
          <div className={styles.description}>
            <dt>{words('timeline.description')}</dt>
            <dd>
              <bdi>{description}</bdi>
            </dd>
          </div>
        )}
      </dl>
    </details>
  );
}
