import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import type { Sql } from '../storage/database.ts';
import { listEvents } from './event-store.ts';
import { visibleMerchants } from './find-visible-payment.ts';
import type { Payment } from './payment.ts';
import { readPayments } from './payment-store.ts';
import type { OperationView, PaymentView } from './payment-view.ts';
import { toOperationViews } from './present-operation.ts';
import { createPresenter } from './present-payment.ts';
import { presentRefNr } from './present-ref-nr.ts';
import { selectRefNrsInDoubt } from './ref-nr-doubt-store.ts';
import type { RefNrChangeView } from './ref-nr-view.ts';
import { countUnresolved, selectDoubtful, selectUnresolved } from './unresolved-store.ts';

type Unresolved = {
  /** Operations whose outcome nobody knows, the oldest first, each with its payment. */
  readonly operations: { readonly operation: OperationView; readonly payment: PaymentView }[];
  /** Payments whose figures a person has to look at. */
  readonly doubtful: PaymentView[];
  /** Payments of which nobody knows which reference the gateway has, with the change in doubt. */
  readonly refNrs: {
    readonly payment: PaymentView;
    readonly pending: NonNullable<RefNrChangeView['pending']>;
  }[];
  /** Whether there are more than are listed. */
  readonly isCut: boolean;
};

const MOST = 100;

/** Everything at the person's merchants whose outcome, figures or reference are not certain. */
export async function listUnresolved(deps: Deps, person: Person): Promise<Unresolved> {
  const sql = deps.database.read;
  const merchantIds = visibleMerchants(person);
  const present = await createPresenter(deps, sql, person);
  const [open, doubtful, renamed] = await Promise.all([
    selectUnresolved(sql, merchantIds, MOST + 1),
    selectDoubtful(sql, merchantIds, MOST + 1),
    selectRefNrsInDoubt(sql, merchantIds, MOST + 1),
  ]);
  const listed = open.slice(0, MOST);
  const payments = new Map<string, Payment>();
  for (const payment of await readPayments(sql, listed)) payments.set(payment.id, payment);
  const views = await toOperationViews(deps, sql, person, listed);
  const operations = views.flatMap((operation) => {
    const payment = payments.get(operation.paymentId);
    return payment === undefined ? [] : [{ operation, payment: present(payment) }];
  });
  return {
    operations,
    doubtful: doubtful.slice(0, MOST).map(present),
    refNrs: await showRefNrs(deps, sql, renamed.slice(0, MOST), present),
    isCut: open.length > MOST || doubtful.length > MOST || renamed.length > MOST,
  };
}

/** At how many payments of the person's merchants anything is not certain. */
export function countAllUnresolved({ database }: Pick<Deps, 'database'>, person: Person) {
  return countUnresolved(database.read, visibleMerchants(person));
}

async function showRefNrs(
  { clock, env }: Pick<Deps, 'clock' | 'env'>,
  sql: Sql,
  payments: readonly Payment[],
  present: (payment: Payment) => PaymentView,
): Promise<Unresolved['refNrs']> {
  const shown: Unresolved['refNrs'] = [];
  const quiet = { now: clock.now(), quietMs: env.quietPeriodMs };
  for (const payment of payments) {
    const { pending } = presentRefNr(payment, await listEvents(sql, payment), quiet);
    if (pending !== null) shown.push({ payment: present(payment), pending });
  }
  return shown;
}
