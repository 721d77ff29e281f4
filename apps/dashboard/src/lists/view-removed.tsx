import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { SavedView } from './list-layout.ts';
import type { UseViews } from './use-views.ts';

const undoMs = 10_000;

type ViewRemovedProps = {
  readonly view: SavedView;
  readonly views: UseViews;
  /** Brought back, or ten seconds are over. */
  readonly onDone: (broughtBack: boolean) => void;
};

/** A view was deleted, and how to take that back. */
export function ViewRemoved({ view, views, onDone }: ViewRemovedProps) {
  const words = useTranslations('payments.savedViews');
  const { list, save } = views;
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    const timer = setTimeout(() => done.current(false), undoMs);
    return () => clearTimeout(timer);
  }, []);
  const { address, id: viewId, isTeam, layout, merchantId, name } = view;
  return (
    <Notice
      tone="info"
      role="status"
      title={words('removed', { name })}
      actions={
        <Button
          size="small"
          isPending={save.isPending}
          onPress={() =>
            save.mutate(
              { list, viewId, merchantId, name, isTeam, address, layout },
              { onSuccess: () => onDone(true) },
            )
          }
        >
          {words('undo')}
        </Button>
      }
    >
      {words('undoText')}
    </Notice>
  );
}
