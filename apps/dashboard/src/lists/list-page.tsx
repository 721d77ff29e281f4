import type { ReactNode } from 'react';
import { Page } from '../app/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { FoldedTools } from './folded-tools.tsx';
import type { GoToSort } from './go-to.tsx';
import styles from './list-page.module.css';
import { ListTools } from './list-tools.tsx';
import type { PlaceField } from './read-list-address.ts';
import { SearchBox } from './search-box.tsx';
import { SearchProblems } from './search-problems.tsx';
import type { UseList } from './use-list.ts';
import { ViewNotes } from './view-notes.tsx';
import { type ReadyView, ViewTabs } from './view-tabs.tsx';

type Sorted = { readonly search?: string; readonly sort: GoToSort };
type ListPageProps<Search extends Sorted, Field extends string, Name extends string> = {
  readonly list: UseList<Search, Field, Name>;
  readonly title: string;
  readonly documentTitle?: string;
  readonly searchLabel: string;
  readonly searchPlaceholder: string;
  /** What a field of the address is called on the screen. */
  readonly fieldName: (field: Field | PlaceField) => string;
  readonly columnName: (column: Name) => string;
  /** The views that are there without being saved. */
  readonly ready: readonly ReadyView[];
  /** How many filters are set. */
  readonly filterCount: number;
  /** Other lists of the same, above everything. */
  readonly tabs?: ReactNode;
  /** What became of the step that was taken last. */
  readonly result?: ReactNode;
  readonly filters: ReactNode;
  readonly totals: ReactNode;
  /** What else can be done with all that the filter finds. */
  readonly links?: ReactNode;
  readonly sortSelect: ReactNode;
  /** What is printed instead of everything else, while it is. */
  readonly sheet?: ReactNode;
  /** The rows, once it is known how they are to be laid out. */
  readonly children: ReactNode;
};

/** The page of a list of any length: search box, views, what is wrong with the address, filters, tools, rows. */
export function ListPage<Search extends Sorted, Field extends string, Name extends string>(
  props: ListPageProps<Search, Field, Name>,
) {
  const { goTo, page, problems, search, to, views } = props.list;
  return (
    <Page
      title={props.title}
      documentTitle={props.documentTitle}
      actions={
        <SearchBox
          ref={page.searchBox}
          label={props.searchLabel}
          placeholder={props.searchPlaceholder}
          value={search.search ?? ''}
          onSearch={page.searchFor}
          onLeave={page.focusList}
        />
      }
    >
      <div className={styles.onScreen}>
        {props.tabs}
        <ViewNotes of={views} />
        <SearchProblems problems={problems} nameOf={props.fieldName} onDrop={() => goTo(search)} />
        {props.result}
        <FoldedTools filters={props.filterCount}>
          <ViewTabs to={to} ready={props.ready} views={views} />
          {props.filters}
          {props.totals}
          <ListTools
            of={props.list}
            columnName={props.columnName}
            links={props.links}
            sortSelect={props.sortSelect}
          />
        </FoldedTools>
      </div>
      {props.sheet == null ? null : <div className={styles.sheet}>{props.sheet}</div>}
      <div ref={page.list} className={props.sheet == null ? undefined : styles.replaced}>
        {views.isPending ? <Skeleton rows={12} /> : props.children}
      </div>
    </Page>
  );
}
