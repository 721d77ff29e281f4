import type { ColumnName } from './column-names.ts';
import { ExportLink } from './export-link.tsx';
import { LayoutMenu } from './layout-menu.tsx';
import type { Layout, SavedView } from './list-layout.ts';
import type { PaymentSearch } from './payment-search.ts';
import { PaymentSortSelect } from './payment-sort.tsx';
import styles from './payments-page.module.css';
import type { UseViews } from './use-views.ts';
import { ViewActions } from './view-actions.tsx';

type PaymentToolsProps = {
  readonly search: PaymentSearch;
  readonly onSearch: (search: PaymentSearch) => void;
  readonly views: UseViews;
  readonly view: SavedView | null;
  readonly layout: Layout;
  /** Null: the usual columns. */
  readonly columns: readonly ColumnName[] | null;
  readonly onLayout: (layout: Layout) => void;
  readonly onOpenView: (viewId: string) => void;
  readonly onViewRemoved: (view: SavedView) => void;
};

/** What can be done with a list as a whole: keep it as a view, lay it out, export it, sort it. */
export function PaymentTools(props: PaymentToolsProps) {
  const { layout, search } = props;
  return (
    <div className={styles.tools}>
      <div className={styles.toolGroup}>
        <ViewActions
          views={props.views}
          view={props.view}
          search={search}
          layout={layout}
          onOpen={props.onOpenView}
          onRemoved={props.onViewRemoved}
        />
        <LayoutMenu layout={layout} onLayout={props.onLayout} />
        <ExportLink search={search} columns={props.columns} />
      </div>
      <PaymentSortSelect search={search} onSearch={props.onSearch} />
    </div>
  );
}
