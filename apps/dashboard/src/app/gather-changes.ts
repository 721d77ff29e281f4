import type { LiveChange } from './live.ts';

/** What changed since the last round. `everything`: whatever the page shows may be out of date. */
export type Gathered = {
  readonly everything: boolean;
  readonly payments: boolean;
  readonly inbox: boolean;
  readonly exports: boolean;
  readonly links: boolean;
  /** Which payments; `any` where naming them would cost more than reading what is open. */
  readonly paymentIds: ReadonlySet<string> | 'any';
};

/** A burst of hints is answered by one round. */
const gatherMs = 150;
/** Between two rounds the page belongs to whoever works on it. */
const restMs = 1_000;
/** A round whose answers never come must not end the updates. */
const longestRoundMs = 20_000;
const mostNamed = 100;

const nothing = { everything: false, payments: false, inbox: false, exports: false, links: false };

/**
 * Answers any number of hints in rounds that never overlap: what comes during a round is read in the
 * next one, so that a storm neither piles requests up nor cuts off those under way.
 * `read` reads again what changed, and resolves when the answers are there.
 */
export function gatherChanges(read: (gathered: Gathered) => Promise<unknown>): {
  add(change: LiveChange): void;
  stop(): void;
} {
  let gathered: Omit<Gathered, 'paymentIds'> | null = null;
  let paymentIds = new Set<string>();
  let isAny = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let state: 'idle' | 'reading' | 'stopped' = 'idle';
  let freeAt = 0;

  const plan = () => {
    if (gathered === null || state !== 'idle' || timer !== undefined) return;
    timer = setTimeout(() => void round(), Math.max(gatherMs, freeAt - performance.now()));
  };
  const round = async () => {
    const isMany = isAny || paymentIds.size > mostNamed;
    const taken = { ...nothing, ...gathered, paymentIds: isMany ? ('any' as const) : paymentIds };
    timer = undefined;
    gathered = null;
    paymentIds = new Set();
    isAny = false;
    state = 'reading';
    await Promise.race([read(taken), passing(longestRoundMs)]);
    if (state !== 'reading') return;
    state = 'idle';
    freeAt = performance.now() + restMs;
    plan();
  };

  return {
    add: (change) => {
      gathered = { ...nothing, ...gathered, ...meaningOf(change) };
      if (change.type === 'payment') paymentIds.add(change.paymentId);
      if (change.type === 'payments') isAny = true;
      plan();
    },
    stop: () => {
      state = 'stopped';
      clearTimeout(timer);
    },
  };
}

function meaningOf({ type }: LiveChange): Partial<Gathered> {
  if (type === 'all') return { everything: true };
  if (type === 'inbox') return { inbox: true };
  if (type === 'export') return { exports: true };
  if (type === 'link') return { links: true };
  return { payments: true };
}

function passing(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
