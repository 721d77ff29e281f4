import { type ReactNode, useEffect, useRef } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './filters.module.css';

type FilterChipProps = {
  readonly name: string;
  /** What is set, in words; null while the filter is not in use. */
  readonly value: string | null;
  readonly onRemove: () => void;
  /** The small form of this filter. */
  readonly children: (close: () => void) => ReactNode;
};

/** One filter: a button that changes it and, once set, a button that removes it. */
export function FilterChip({ name, value, onRemove, children }: FilterChipProps) {
  const words = useTranslations('payments.filter');
  const edit = useRef<HTMLButtonElement>(null);

  const remove = () => {
    // The remove button is about to go away; focus must not go with it.
    edit.current?.focus();
    onRemove();
  };

  return (
    <span className={classNames(styles.chip, value === null && styles.unset)}>
      <DialogTrigger>
        <Button
          ref={edit}
          className={styles.edit ?? ''}
          {...(value !== null && { 'aria-label': words('edit', { name, value }) })}
        >
          {value === null ? (
            `+ ${name}`
          ) : (
            <>
              {name}: <b>{value}</b>
            </>
          )}
        </Button>
        <Popover placement="bottom start" className={styles.popover ?? ''}>
          <Dialog aria-label={name} className={styles.dialog ?? ''}>
            {({ close }) => <FocusFirst>{children(close)}</FocusFirst>}
          </Dialog>
        </Popover>
      </DialogTrigger>
      {value === null ? null : (
        <button
          type="button"
          className={styles.remove}
          aria-label={words('remove', { name })}
          onClick={remove}
        >
          <Icon name="close" />
        </button>
      )}
    </span>
  );
}

/** Opening a filter puts one straight into its first field. */
function FocusFirst({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, []);
  return <div ref={box}>{children}</div>;
}
