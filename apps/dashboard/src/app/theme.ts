import { useCallback, useState } from 'react';

export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

/** Read by `before-paint.js` too. */
const storageKey = 'desk.theme';

/** The chosen appearance; `system` follows the device. */
export function useTheme() {
  const [theme, setTheme] = useState<Theme>(readTheme);
  const choose = useCallback((chosen: Theme) => {
    setTheme(chosen);
    if (chosen === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = chosen;
    try {
      localStorage.setItem(storageKey, chosen);
    } catch {
      // Storage may be blocked; the choice then lasts as long as the page.
    }
  }, []);
  return { theme, choose };
}

function readTheme(): Theme {
  const shown = document.documentElement.dataset.theme;
  return shown === 'light' || shown === 'dark' ? shown : 'system';
}
