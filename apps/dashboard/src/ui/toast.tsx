import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import styles from './toast.module.css';

const shownMs = 4_000;

type Toaster = { readonly show: (text: string) => void };

const ToastContext = createContext<Toaster>({ show: () => undefined });

/** Shows one short line at a time, for trifles only: never the result of a money action. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toast, setToast] = useState<{ text: string; turn: number } | null>(null);
  const show = useCallback(
    (text: string) => setToast((last) => ({ text, turn: (last?.turn ?? 0) + 1 })),
    [],
  );
  const toaster = useMemo(() => ({ show }), [show]);

  useEffect(() => {
    if (toast === null) return;
    const timer = setTimeout(() => setToast(null), shownMs);
    return () => clearTimeout(timer);
  }, [toast]);

  return (
    <ToastContext value={toaster}>
      {children}
      <div className={styles.region} role="status" aria-live="polite">
        {toast === null ? null : (
          <p key={toast.turn} className={styles.toast}>
            {toast.text}
          </p>
        )}
      </div>
    </ToastContext>
  );
}

/** `useToast().show(text)`; outside a provider nothing happens. */
export function useToast(): Toaster {
  return useContext(ToastContext);
}
