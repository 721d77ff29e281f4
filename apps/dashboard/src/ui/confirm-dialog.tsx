import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

type ConfirmDialogProps = {
  readonly title: string;
  /** The words of the two buttons: leave it alone, and do it. */
  readonly back: string;
  readonly submit: string;
  /** While the call is in flight Esc does nothing and a second press is ignored. */
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  /** What it means, and what went wrong with it. */
  readonly children: ReactNode;
};

/** Asks before something is taken away for good. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog
      role="alertdialog"
      title={props.title}
      isBusy={props.isPending}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{props.back}</Button>
          <Button tone="danger" isPending={props.isPending} onPress={props.onConfirm}>
            {props.submit}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
