import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useAnnounce } from '../ui/announce.tsx';
import type { Export } from './export.ts';

/** Says so when a file becomes ready while the person waits on this page. */
export function useTellReady(rows: readonly Export[] | undefined): void {
  const words = useTranslations('exports');
  const announce = useAnnounce();
  const before = useRef<ReadonlyMap<string, Export['state']>>(new Map());

  useEffect(() => {
    if (rows === undefined) return;
    for (const { fileName, id, state } of rows) {
      const was = before.current.get(id);
      if (state === 'ready' && was !== undefined && was !== 'ready') {
        announce(words('readyNow', { name: fileName ?? '' }));
      }
    }
    before.current = new Map(rows.map(({ id, state }) => [id, state]));
  }, [rows, announce, words]);
}
