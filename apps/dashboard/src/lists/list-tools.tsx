import type { ReactNode } from 'react';
import { GoTo, type GoToSort } from './go-to.tsx';
import { LayoutMenu } from './layout-menu.tsx';
import styles from './list-page.module.css';
import type { UseList } from './use-list.ts';
import { ViewActions } from './view-actions.tsx';

type ListToolsProps<Search extends { readonly sort: GoToSort }, Name extends string> = {
  readonly of: UseList<Search, string, Name>;
  /** What a column is called. */
  readonly columnName: (column: Name) => string;
  /** What else can be done with all that the filter finds. */
  readonly links?: ReactNode;
  readonly sortSelect: ReactNode;
};

/** What can be done with a list as a whole: keep it as a view, go to a place in it, lay it out, sort it. */
export function ListTools<Search extends { readonly sort: GoToSort }, Name extends string>(
  props: ListToolsProps<Search, Name>,
) {
  const { address, beginAt, columns, goTo, position, search, views } = props.of;
  return (
    <div className={styles.tools}>
      <div className={styles.toolGroup}>
        <ViewActions of={views} address={address} onView={(id) => goTo(search, id)} />
        <GoTo sort={search.sort} at={position.at} onGo={beginAt} />
        <LayoutMenu
          columns={columns}
          nameOf={props.columnName}
          isPending={views.views.isPending}
          layout={views.layout}
          onLayout={views.lay}
        />
        {props.links}
      </div>
      {props.sortSelect}
    </div>
  );
}
