import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { buttonClass } from '../ui/button-class.ts';
import styles from './filters.module.css';

type PopoverButtonProps = {
  readonly label: string;
  readonly children: (close: () => void) => ReactNode;
};

/** A button that opens a small form beside it; Escape closes it and gives the focus back. */
export function PopoverButton({ label, children }: PopoverButtonProps) {
  return (
    <DialogTrigger>
      <Button className={buttonClass('plain', 'small')}>{label}</Button>
      <Popover placement="bottom end" className={styles.popover ?? ''}>
        <Dialog aria-label={label} className={styles.dialog ?? ''}>
          {({ close }) => children(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
