import { useTranslations } from 'use-intl';
import { Notice } from '../ui/notice.tsx';
import type { ListViews } from './use-list-views.ts';
import { ViewRemoved } from './view-removed.tsx';

type ViewNotesProps = {
  readonly of: Pick<ListViews<string>, 'isGone' | 'gone' | 'removed' | 'views' | 'remove' | 'open'>;
};

/** What of a saved view is not as it was, and how to bring back one that was just deleted. */
export function ViewNotes({ of: { gone, isGone, open, remove, removed, views } }: ViewNotesProps) {
  const words = useTranslations('payments');
  return (
    <>
      {removed === null ? null : (
        <ViewRemoved
          view={removed}
          views={views}
          onDone={(broughtBack) => {
            if (broughtBack) open(removed);
            remove(null);
          }}
        />
      )}
      {isGone ? (
        <Notice tone="warning" role="status">
          {words('savedViews.gone')}
        </Notice>
      ) : null}
      {gone.length === 0 ? null : (
        <Notice tone="warning" role="status">
          {words('layout.gone', { count: gone.length, names: gone.join(', ') })}
        </Notice>
      )}
    </>
  );
}
