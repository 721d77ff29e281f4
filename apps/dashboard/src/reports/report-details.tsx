import { parseCode } from 'paygate-core/response-code';
import { useTranslations } from 'use-intl';
import { refundReasons } from '../app/refund-reasons.ts';
import { MoneyText } from '../ui/money-text.tsx';
import { CountTable } from './count-table.tsx';
import type { Report } from './report.ts';
import type { scopeOf } from './report-search.ts';
import styles from './reports.module.css';
import { useWaitText } from './use-wait-text.ts';
import { WaitLine } from './wait-line.tsx';

type DetailProps = { readonly report: Report; readonly scope: ReturnType<typeof scopeOf> };

/** What the gateway refused, by code: payments that never came to be, and steps on payments. */
export function Failures({ report, scope }: DetailProps) {
  const words = useTranslations('reports.failures');
  const meanings = useTranslations('payments.codeMeaning');
  const { failures, from, to } = report;
  const meaningOf = (code: string) => {
    const { meaning, parameter } = parseCode(code);
    return meaning === null ? undefined : meanings(meaning, { parameter: parameter ?? '' });
  };
  return (
    <section aria-labelledby="report-failures" className={styles.section}>
      <h2 id="report-failures">{words('title')}</h2>
      <p className={styles.lead}>
        {words('text', { payments: failures.payments, steps: failures.steps })}
      </p>
      {failures.byCode.length === 0 ? (
        <p>{words('none')}</p>
      ) : (
        <CountTable
          caption={words('title')}
          head={words('code')}
          lines={failures.byCode.map(({ figure, code, count }) => ({
            key: `${figure}/${code}`,
            label: words(figure, { code: code === '' ? words('noCode') : code }),
            hint: meaningOf(code),
            count,
            of: figure === 'declined' ? failures.steps : failures.payments,
            wish: { figure, from, to, detail: code, ...scope },
          }))}
        />
      )}
    </section>
  );
}

/** How long orders lie between authorization and capture, against the seven days after which nothing is left. */
export function Waits({ report, scope }: DetailProps) {
  const words = useTranslations('reports.waits');
  const waitText = useWaitText();
  const { waits, from, to } = report;
  return (
    <section aria-labelledby="report-waits" className={styles.section}>
      <h2 id="report-waits">{words('title')}</h2>
      {waits.count === 0 ? (
        <p>{words('none')}</p>
      ) : (
        <>
          <p className={styles.lead}>
            {words('text', { median: waitText(waits.median), p95: waitText(waits.p95) })}
          </p>
          <WaitLine median={waits.median} p95={waits.p95} />
          <CountTable
            caption={words('title')}
            head={words('span')}
            lines={waits.spans.map(({ name, waitFrom, waitTo, count }) => ({
              key: name,
              label: words(`spans.${name}`),
              count,
              of: waits.count,
              wish: { figure: 'captured', from, to, waitFrom, waitTo, ...scope },
            }))}
          />
          <p className={styles.note}>{words('note')}</p>
        </>
      )}
    </section>
  );
}

/** Why money went back, and which share of what was captured. */
export function RefundReasons({ report, scope }: DetailProps) {
  const words = useTranslations('reports.reasons');
  const names = useTranslations('payments.reason');
  const { total, from, to } = report;
  return (
    <section aria-labelledby="report-reasons" className={styles.section}>
      <h2 id="report-reasons">{words('title')}</h2>
      {report.reasons.length === 0 ? (
        <p>{words('none')}</p>
      ) : (
        <>
          <p className={styles.lead}>{words('text', { count: total.captured.count })}</p>
          <CountTable
            caption={words('title')}
            head={words('reason')}
            amountHead={words('amount')}
            lines={report.reasons.map(({ reason, count, amount }) => {
              const known = refundReasons.find((name) => name === reason);
              return {
                key: reason,
                label: known === undefined ? words('outside') : names(known),
                count,
                of: total.captured.count,
                amount: <MoneyText minor={amount} code={false} />,
                wish: { figure: 'refunded', from, to, detail: reason, ...scope },
              };
            })}
          />
        </>
      )}
    </section>
  );
}
