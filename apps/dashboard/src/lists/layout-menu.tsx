import { useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { type ColumnSet, moveColumn, readColumns } from './column-set.ts';
import forms from './filters.module.css';
import styles from './layout-menu.module.css';
import type { Layout } from './list-layout.ts';
import { PopoverButton } from './popover-button.tsx';

type LayoutProps<Name extends string> = {
  readonly columns: ColumnSet<Name>;
  /** What a column is called. */
  readonly nameOf: (column: Name) => string;
  readonly layout: Layout;
  readonly onLayout: (layout: Layout) => void;
};
type LayoutMenuProps<Name extends string> = LayoutProps<Name> & {
  /** What was chosen before is still being read; a choice would be overwritten by it. */
  readonly isPending: boolean;
};

/** Which columns in which order, how tall the rows are, and whether they come in pages. */
export function LayoutMenu<Name extends string>(props: LayoutMenuProps<Name>) {
  const { isPending, layout, onLayout } = props;
  const words = useTranslations('payments.layout');
  return (
    <PopoverButton label={words('title')}>
      {() =>
        isPending ? (
          <Skeleton rows={6} />
        ) : (
          <div className={forms.form}>
            <Columns
              columns={props.columns}
              nameOf={props.nameOf}
              layout={layout}
              onLayout={onLayout}
            />
            <Choice
              name="density"
              legend={words('density')}
              options={(['comfortable', 'compact'] as const).map((value) => ({
                value,
                label: words(value),
              }))}
              chosen={layout.density}
              onChoose={(density) => onLayout({ ...layout, density })}
            />
            <Choice
              name="mode"
              legend={words('mode')}
              options={(['scroll', 'pages'] as const).map((value) => ({
                value,
                label: words(value),
              }))}
              chosen={layout.mode}
              onChoose={(mode) => onLayout({ ...layout, mode })}
            />
          </div>
        )
      }
    </PopoverButton>
  );
}

function Columns<Name extends string>({ columns, layout, nameOf, onLayout }: LayoutProps<Name>) {
  const words = useTranslations('payments.layout');
  const [first] = columns.usual;
  const chosen: readonly Name[] =
    layout.columns === null ? columns.usual : readColumns(columns, layout.columns).columns;
  const others = columns.names.filter((name) => !chosen.includes(name));
  const list = useRef<HTMLUListElement>(null);
  const moved = useRef<string | null>(null);
  const show = (shown: readonly Name[]) => onLayout({ ...layout, columns: [...shown] });
  const move = (name: Name, by: -1 | 1) => {
    moved.current = `${name} ${by}`;
    show(moveColumn(chosen, name, by));
  };
  useLayoutEffect(() => {
    // An element that changes its place loses the focus.
    if (moved.current === null || list.current?.contains(document.activeElement)) return;
    list.current?.querySelector<HTMLElement>(`[data-move="${moved.current}"]`)?.focus();
  });

  return (
    <fieldset className={forms.choices}>
      <legend>{words('columns')}</legend>
      <ul ref={list} className={styles.columns}>
        {[...chosen, ...others].map((name) => {
          const at = chosen.indexOf(name);
          return (
            <li key={name} className={styles.column}>
              <label className={forms.choice}>
                <input
                  type="checkbox"
                  checked={at >= 0}
                  disabled={name === first}
                  onChange={({ target }) =>
                    show(target.checked ? [...chosen, name] : chosen.filter((one) => one !== name))
                  }
                />
                {nameOf(name)}
              </label>
              {at < 1 ? null : (
                <span className={styles.moves}>
                  <Move
                    id={`${name} -1`}
                    label={words('up', { column: nameOf(name) })}
                    isEnd={at === 1}
                    onMove={() => move(name, -1)}
                  >
                    ↑
                  </Move>
                  <Move
                    id={`${name} 1`}
                    label={words('down', { column: nameOf(name) })}
                    isEnd={at === chosen.length - 1}
                    onMove={() => move(name, 1)}
                  >
                    ↓
                  </Move>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {layout.columns === null ? null : (
        <Button tone="quiet" size="small" onPress={() => onLayout({ ...layout, columns: null })}>
          {words('usual')}
        </Button>
      )}
    </fieldset>
  );
}

type MoveProps = {
  readonly id: string;
  readonly label: string;
  readonly isEnd: boolean;
  readonly onMove: () => void;
  readonly children: string;
};

/** At the end it stays where it is, so that the focus does too. */
function Move({ id, label, isEnd, onMove, children }: MoveProps) {
  return (
    <button
      type="button"
      className={classNames(styles.move, isEnd && styles.end)}
      data-move={id}
      aria-label={label}
      aria-disabled={isEnd || undefined}
      onClick={onMove}
    >
      {children}
    </button>
  );
}

type ChoiceProps<Value extends string> = {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
};

function Choice<Value extends string>(props: ChoiceProps<Value>) {
  return (
    <fieldset className={forms.choices}>
      <legend>{props.legend}</legend>
      {props.options.map(({ value, label }) => (
        <label key={value} className={forms.choice}>
          <input
            type="radio"
            name={props.name}
            checked={value === props.chosen}
            onChange={() => props.onChoose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
