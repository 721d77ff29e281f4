import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

const tickMs = 10_000;
const NowContext = createContext<number | null>(null);

type NowProviderProps = {
  /** Business time minus this machine's time, in ms. */
  readonly offset: number;
  readonly children: ReactNode;
};

/** One ticking business clock for all deadlines on the screen, instead of a timer in each. */
export function NowProvider({ offset, children }: NowProviderProps) {
  const [machineNow, setMachineNow] = useState(() => Date.now());

  useEffect(() => {
    const timer = setInterval(() => setMachineNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);

  return <NowContext value={machineNow + offset}>{children}</NowContext>;
}

/** Business time in ms, UTC; moves every ten seconds. */
export function useNow(): number {
  const now = useContext(NowContext);
  return now ?? Date.now();
}
