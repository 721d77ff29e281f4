import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { visibleMerchants } from './find-visible-payment.ts';
import type { Payment } from './payment.ts';
import { readPayments } from './payment-store.ts';
import type { OperationView, PaymentView } from './payment-view.ts';
import { toOperationViews } from './present-operation.ts';
import { createPresenter } from './present-payment.ts';
import { selectDoubtful, selectUnresolved } from './unresolved-store.ts';

type Unresolved = {
  /** Operations whose outcome nobody knows, the oldest first, each with its payment. */
  readonly operations: { readonly operation: OperationView; readonly payment: PaymentView }[];
  /** Payments whose figures a person has to look at. */
  readonly doubtful: PaymentView[];
  /** Whether there are more than are listed. */
  readonly isCut: boolean;
};

const MOST = 100;

/** Everything at the person's merchants whose outcome or figures are not certain. */
export async function listUnresolved(deps: Deps, person: Person): Promise<Unresolved> {
  const sql = deps.database.read;
  const merchantIds = visibleMerchants(person);
  const present = await createPresenter(deps, sql, person);
  const [open, doubtful] = await Promise.all([
    selectUnresolved(sql, merchantIds, MOST + 1),
    selectDoubtful(sql, merchantIds, MOST + 1),
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
    isCut: open.length > MOST || doubtful.length > MOST,
  };
}
