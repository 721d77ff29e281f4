import { type MouseEvent, type ReactNode, useId } from 'react';
import styles from './button.module.css';
import { type ButtonSize, type ButtonTone, buttonClass } from './button-class.ts';

type ButtonProps = {
  readonly tone?: ButtonTone;
  readonly size?: ButtonSize;
  readonly type?: 'button' | 'submit';
  /** Why the button does nothing now. It stays focusable and the text stands beside it. */
  readonly reason?: string | null;
  /** The work is under way: the button keeps its focus and ignores clicks. */
  readonly isPending?: boolean;
  /** For buttons that show an icon only, or need more words than they show. */
  readonly label?: string;
  readonly form?: string;
  readonly onPress?: () => void;
  readonly children: ReactNode;
};

/** A button that is never mutely disabled: `reason` says why not, in text. */
export function Button({
  tone = 'plain',
  size = 'medium',
  type = 'button',
  reason = null,
  isPending = false,
  label,
  form,
  onPress,
  children,
}: ButtonProps) {
  const reasonId = useId();
  const blocked = reason !== null || isPending;
  const isStep = type === 'submit' || tone === 'primary' || tone === 'danger';

  const press = (event: MouseEvent) => {
    if (blocked || isSecondOfDouble(event, isStep)) event.preventDefault();
    else onPress?.();
  };

  return (
    <span className={styles.wrap}>
      <button
        type={type}
        className={buttonClass(tone, size)}
        aria-disabled={blocked || undefined}
        aria-busy={isPending || undefined}
        aria-describedby={reason === null ? undefined : reasonId}
        aria-label={label}
        form={form}
        onClick={press}
      >
        {isPending ? <span className={styles.spinner} aria-hidden="true" /> : null}
        {children}
      </button>
      {reason === null ? null : (
        <span id={reasonId} className={styles.reason}>
          {reason}
        </span>
      )}
    </span>
  );
}

/**
 * A double click on what takes a step is one intention; the second may come before `isPending`. On
 * other buttons, as the next page or the next month, each click counts.
 */
function isSecondOfDouble({ detail }: MouseEvent, isStep: boolean): boolean {
  return isStep && detail > 1;
}
