import { MoneyDialog } from './money-dialog.tsx';
import { RefundForm } from './refund-form.tsx';

/** `/payments/$paymentId/refund` */
export function RefundDialog() {
  return <MoneyDialog kind="credit">{(props) => <RefundForm {...props} />}</MoneyDialog>;
}
