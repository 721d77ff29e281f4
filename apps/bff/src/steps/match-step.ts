import type { StepSearch } from './step-query.ts';
import type { StepRow } from './step-store.ts';
import type { MatchedStepPart } from './step-view.ts';

const swissDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Zurich',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** What of a step a search text was found in, the most telling part first. */
export function matchedStep(row: StepRow, search: StepSearch): readonly MatchedStepPart[] {
  const { text, amount, day, reqId } = search;
  const begins = (value: string | null) => value?.toLowerCase().startsWith(text) ?? false;
  const found: Readonly<Record<MatchedStepPart, boolean>> = {
    xid: begins(row.xid),
    reqId: row.req_id === reqId,
    payId: begins(row.pay_id),
    refNr: begins(row.ref_nr),
    transId: begins(row.trans_id),
    twintOrderId: begins(row.twint_order_id),
    amount: amount !== null && row.amount === amount,
    date: day !== null && swissDay.format(row.at) === day,
  };
  return (Object.keys(found) as MatchedStepPart[]).filter((part) => found[part]);
}
