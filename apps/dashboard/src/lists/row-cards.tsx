import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import styles from './row-cards.module.css';
import { useLookedAt } from './use-looked-at.ts';
import type { Rows } from './use-rows.ts';

type RowCardsProps<Row> = {
  readonly label: string;
  /** On the button that reads on. */
  readonly more: string;
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** Where the rows are read as somebody goes on; without it they are all there is. */
  readonly list?: Rows<Row>;
  readonly card: (row: Row) => ReactNode;
};

/** A list on a narrow screen: real list items in the order of the grid. */
export function RowCards<Row>({ label, more, rows, rowId, list, card }: RowCardsProps<Row>) {
  const items = useLookedAt(rows.length, list?.look, list?.landing ?? null);
  return (
    <>
      <ul ref={items} className={styles.cards} aria-label={label}>
        {rows.map((row) => (
          <li key={rowId(row)}>{card(row)}</li>
        ))}
      </ul>
      {list?.hasNext ? (
        <Button isPending={list.isLoadingNext} onPress={() => void list.loadNext()}>
          {more}
        </Button>
      ) : null}
    </>
  );
}
