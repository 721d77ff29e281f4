import { useEffect, useState } from 'react';

/** Whole seconds until something is allowed again; 0 when it is. */
export function useCountdown() {
  const [end, setEnd] = useState(0);
  const [left, setLeft] = useState(0);

  useEffect(() => {
    if (end === 0) return;
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [end]);

  return { left, start: (seconds: number) => setEnd(Date.now() + seconds * 1000) };
}
