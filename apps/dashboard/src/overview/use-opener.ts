import { useLocation } from '@tanstack/react-router';
import { type RefObject, useEffect } from 'react';

/** The address of the link that left the page, by visit in the browser's history. */
const openers = new Map<string, string>();

/**
 * Whoever comes back to a visit of this page stands on the link that led away, as long as it is
 * still there. To be called where the links are on the page already.
 */
export function useOpener(page: RefObject<HTMLElement | null>): void {
  const visit = useLocation({ select: ({ state }) => state.__TSR_key ?? '' });

  useEffect(() => {
    const element = page.current;
    if (element === null) return;
    const href = openers.get(visit);
    const opener = [...element.querySelectorAll('a')].find(
      (link) => link.getAttribute('href') === href,
    );
    opener?.focus();

    const remember = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest('a') : null;
      const to = link?.getAttribute('href');
      if (to) openers.set(visit, to);
    };
    element.addEventListener('click', remember, true);
    return () => element.removeEventListener('click', remember, true);
  }, [page, visit]);
}
