import { useTranslations } from 'use-intl';
import { Notice } from '../ui/notice.tsx';
import type { SavedView } from './list-layout.ts';
import type { UseViews } from './use-views.ts';
import { ViewRemoved } from './view-removed.tsx';

type ViewNotesProps = {
  /** The address names a view that is not there. */
  readonly isGone: boolean;
  /** Stored columns that exist no more. */
  readonly goneColumns: readonly string[];
  readonly removed: SavedView | null;
  readonly save: UseViews['save'];
  readonly onDone: (broughtBack: boolean) => void;
};

/** What of a saved view is not as it was, and how to bring back one that was just deleted. */
export function ViewNotes({ isGone, goneColumns, removed, save, onDone }: ViewNotesProps) {
  const words = useTranslations('payments');
  return (
    <>
      {removed === null ? null : <ViewRemoved view={removed} save={save} onDone={onDone} />}
      {isGone ? (
        <Notice tone="warning" role="status">
          {words('savedViews.gone')}
        </Notice>
      ) : null}
      {goneColumns.length === 0 ? null : (
        <Notice tone="warning" role="status">
          {words('layout.gone', { count: goneColumns.length, names: goneColumns.join(', ') })}
        </Notice>
      )}
    </>
  );
}
