import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { visibleMerchants } from './find-visible-payment.ts';
import { findPayment } from './payment-store.ts';
import type { OperationView, PaymentView } from './payment-view.ts';
import { toOperationView } from './present-operation.ts';
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
  const operations: Unresolved['operations'] = [];
  for (const operation of open.slice(0, MOST)) {
    const payment = await findPayment(sql, [operation.merchantId], operation.paymentId);
    if (payment === null) continue;
    const view = await toOperationView(deps, sql, person, operation);
    operations.push({ operation: view, payment: present(payment) });
  }
  return {
    operations,
    doubtful: doubtful.slice(0, MOST).map(present),
    isCut: open.length > MOST || doubtful.length > MOST,
  };
}
