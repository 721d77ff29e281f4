import { useEffect } from 'react';

/**
 * What had the focus may go away by itself: a live event settles its step, its row leaves the queue.
 * Then the heading of the page takes the focus, never the body. Dialogs and grids that place it
 * themselves come first.
 */
export function useKeepFocus(): void {
  useEffect(() => {
    let focused: Element | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const remember = ({ target }: FocusEvent) => {
      focused = target instanceof Element ? target : null;
    };
    const removed = new MutationObserver(() => {
      if (focused === null || focused.isConnected) return;
      focused = null;
      clearTimeout(timer);
      // Then on the next frame: a dialog gives the focus back on a frame, and those may come late.
      timer = setTimeout(() => requestAnimationFrame(focusHeading), 100);
    });

    document.addEventListener('focusin', remember);
    removed.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      removed.disconnect();
      clearTimeout(timer);
    };
  }, []);
}

function focusHeading(): void {
  const { activeElement } = document;
  if (activeElement !== null && activeElement !== document.body) return;
  const dialog = document.querySelector<HTMLElement>('[role="dialog"], [role="alertdialog"]');
  const place = dialog ?? document.querySelector<HTMLElement>('main h1');
  place?.focus({ preventScroll: true });
}
