import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** Holds the one polite live region of the page. */
export function AnnounceProvider({ children }: { readonly children: ReactNode }) {
  const [message, setMessage] = useState({ text: '', turn: 0 });
  const announce = useCallback(
    (text: string) => setMessage(({ turn }) => ({ text, turn: turn + 1 })),
    [],
  );

  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="visually-hidden" role="status" aria-live="polite">
        <span key={message.turn}>{message.text}</span>
      </div>
    </AnnounceContext>
  );
}

/** Says a text to assistive technology; what is seen must stand on the page by itself. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}
