import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './dialog.module.css';

type DialogProps = {
  readonly title: string;
  readonly role?: 'dialog' | 'alertdialog';
  /** A line under the title: deadline, state. */
  readonly subtitle?: ReactNode;
  /** While a call is in flight Esc does nothing, so that its result is not lost from sight. */
  readonly isBusy?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
};

/**
 * A modal dialog: focus is trapped and returns to where it came from, Esc calls `onClose`.
 * Clicking outside does nothing, because typed input would be lost. A full sheet below 640 px.
 */
export function Dialog({
  title,
  role = 'dialog',
  subtitle,
  isBusy = false,
  onClose,
  children,
  footer,
}: DialogProps) {
  return (
    <ModalOverlay
      className={styles.scrim ?? ''}
      isOpen
      isKeyboardDismissDisabled={isBusy}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <AriaDialog className={styles.dialog ?? ''} role={role}>
          <header className={styles.header}>
            <Heading slot="title" level={2} className={styles.title ?? ''}>
              {title}
            </Heading>
            {subtitle}
          </header>
          <div className={styles.body}>{children}</div>
          {footer === undefined ? null : <footer className={styles.footer}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
