import { MoneyDialog } from './money-dialog.tsx';
import { ReverseForm } from './reverse-form.tsx';

/** `/payments/$paymentId/reverse` */
export function ReverseDialog() {
  return <MoneyDialog kind="reverse">{(props) => <ReverseForm {...props} />}</MoneyDialog>;
}
