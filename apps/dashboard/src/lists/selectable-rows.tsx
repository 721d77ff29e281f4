import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ListColumn } from './list-column.ts';
import styles from './selection.module.css';
import type { UseRowSelection } from './use-row-selection.ts';

type Selectable = {
  readonly ids: readonly string[];
  readonly has: (id: string) => boolean;
  /** With `isRange` every row from the last one picked. */
  readonly toggle: (id: string, isRange: boolean) => void;
  readonly addAll: () => void;
  readonly clear: () => void;
};

const SelectableContext = createContext<Selectable>({
  ids: [],
  has: () => false,
  toggle: () => undefined,
  addAll: () => undefined,
  clear: () => undefined,
});

type Identified = { readonly id: string };
type SelectableRowsProps<Row extends Identified> = {
  readonly rows: readonly Row[];
  readonly picked: UseRowSelection<Row>;
  readonly children: ReactNode;
};

/** Lets the boxes of these rows know what is selected; the columns stay what they are. */
export function SelectableRows<Row extends Identified>(props: SelectableRowsProps<Row>) {
  const { children, picked, rows } = props;
  const value = useMemo(() => {
    const toggle = (id: string, isRange: boolean) => {
      const row = rows.find((one) => one.id === id);
      if (row !== undefined) picked.toggle(rows, row, isRange);
    };
    const { clear, has } = picked;
    return { ids: rows.map(({ id }) => id), has, toggle, addAll: () => picked.add(rows), clear };
  }, [rows, picked]);
  return <SelectableContext value={value}>{children}</SelectableContext>;
}

type SelectRowProps = {
  readonly id: string;
  /** What a person calls the row. */
  readonly name: string;
  readonly isTabStop: boolean;
};

/** The box of one row. Inside a grid the row has the tab stop and the keys. */
export function SelectRow({ id, name, isTabStop }: SelectRowProps) {
  const words = useTranslations('payments.selection');
  const { has, toggle } = useContext(SelectableContext);
  return (
    <label className={styles.box}>
      <span className="visually-hidden">{words('row', { order: name })}</span>
      <input
        type="checkbox"
        tabIndex={isTabStop ? undefined : -1}
        checked={has(id)}
        onChange={({ currentTarget, nativeEvent }) => {
          toggle(id, (nativeEvent as MouseEvent).shiftKey);
          currentTarget.closest<HTMLElement>('[role="row"][tabindex]')?.focus();
        }}
      />
    </label>
  );
}

/** The box of all loaded rows. */
function SelectLoaded() {
  const words = useTranslations('payments.selection');
  const { addAll, clear, has, ids } = useContext(SelectableContext);
  const count = ids.filter(has).length;
  const isAll = count === ids.length;
  return (
    <label className={styles.box}>
      <span className="visually-hidden">{words('loaded', { count: ids.length })}</span>
      <input
        ref={(box) => {
          if (box !== null) box.indeterminate = count > 0 && !isAll;
        }}
        type="checkbox"
        checked={isAll}
        onChange={isAll ? clear : addAll}
      />
    </label>
  );
}

/** The first column of a list whose rows can be selected; `nameOf` keeps its identity. */
export function useSelectColumn<Row extends Identified>(
  isTabStop: boolean,
  nameOf: (row: Row) => string,
): ListColumn<Row> {
  const words = useTranslations('payments.selection');
  return useMemo(
    () => ({
      id: 'select',
      title: words('column'),
      head: <SelectLoaded />,
      cell: (row) => <SelectRow id={row.id} name={nameOf(row)} isTabStop={isTabStop} />,
    }),
    [words, isTabStop, nameOf],
  );
}
