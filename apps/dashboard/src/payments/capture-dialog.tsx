import { CaptureForm } from './capture-form.tsx';
import { MoneyDialog } from './money-dialog.tsx';

/** `/payments/$paymentId/capture` */
export function CaptureDialog() {
  return <MoneyDialog kind="capture">{(props) => <CaptureForm {...props} />}</MoneyDialog>;
}
