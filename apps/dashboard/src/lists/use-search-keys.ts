import { useEffect } from 'react';

/** `/` and `F` go to the search from anywhere on the page but a field or a dialog. */
export function useSearchKeys(focusSearch: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.key !== '/' && event.key.toLowerCase() !== 'f') return;
      const { target } = event;
      if (target instanceof Element && target.closest('input, select, textarea, [role="dialog"]')) {
        return;
      }
      event.preventDefault();
      focusSearch();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [focusSearch]);
}
