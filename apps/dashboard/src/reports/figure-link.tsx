import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type RowsWish, writeRowsSearch } from './rows-search.ts';

type FigureLinkProps = {
  readonly wish: RowsWish;
  readonly count: number;
  /** What the number is, for those who meet the link without its table. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** A number that leads to exactly the rows it counts; one that counts none leads nowhere. */
export function FigureLink({ wish, count, label, className, children }: FigureLinkProps) {
  if (count === 0) return <span className={className}>{children}</span>;
  return (
    <Link
      to="/reports/rows"
      search={writeRowsSearch(wish)}
      aria-label={label}
      className={className}
      preload={false}
    >
      {children}
    </Link>
  );
}
