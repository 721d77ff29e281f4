import { useMatches } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** After a dialog over this page closed and its button is gone, the heading takes the focus, never the body. */
export function useReturnFocus(): void {
  const depth = useMatches({ select: (matches) => matches.length });
  const before = useRef(depth);

  useEffect(() => {
    const isClosing = depth < before.current;
    before.current = depth;
    if (!isClosing) return;
    // The dialog gives the focus back on the next frame. Frames keep their order however late they
    // come, which a timer does not: only what is still without a place after it is placed here.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const { activeElement } = document;
        if (activeElement === null || activeElement === document.body) {
          document.querySelector<HTMLElement>('main h1, h1')?.focus();
        }
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [depth]);
}
