import { useEffect, useRef } from 'react';
import type { Landing } from './list-window.ts';

/**
 * Says which items of a list are in sight, while the window is scrolled and when their number changes;
 * brings the one that was asked for into sight.
 */
export function useLookedAt(
  count: number,
  onLook: ((first: number, last: number) => void) | undefined,
  landing: Landing | null,
) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (landing !== null) list.current?.children[landing.index]?.scrollIntoView();
  }, [landing]);
  useEffect(() => {
    if (onLook === undefined) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const { children } = list.current ?? { children: [] };
      const first = firstBelow(children, 0);
      onLook(first, Math.max(first, firstBelow(children, window.innerHeight)));
    };
    const soon = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    if (count > 0) soon();
    window.addEventListener('scroll', soon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', soon);
    };
  }, [count, onLook]);
  return list;
}

/** The first item whose lower edge lies below `y`; items lie under each other, so halving finds it. */
function firstBelow(items: ArrayLike<Element>, y: number): number {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.getBoundingClientRect().bottom ?? 0) > y) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low);
}
