import type { Clock } from '../clock.ts';

/** The machine's clock, and as far ahead of it as it was told to jump. */
export type JumpingClock = Clock & {
  offset(): number;
  jumpTo(instant: number): void;
  /** Plans `work` for `instant` (ms UTC). */
  plan(instant: number, work: () => void): void;
  /** The instant of the next plan, or null. */
  nextPlan(): number | null;
};

const LOOK_EVERY_MS = 10;

/** Real time passes by itself; what a jump skips is done at once, in its order. */
export function createJumpingClock(): JumpingClock & { stop(): void } {
  let offset = 0;
  let plans: { readonly instant: number; readonly work: () => void }[] = [];
  const now = (): number => Date.now() + offset;

  const work = (): void => {
    const due = plans.filter(({ instant }) => instant <= now());
    plans = plans.filter((plan) => !due.includes(plan));
    for (const plan of due.sort((one, other) => one.instant - other.instant)) plan.work();
  };
  const timer = setInterval(work, LOOK_EVERY_MS);
  return {
    now,
    wall: now,
    offset: () => offset,
    jumpTo: (instant) => {
      offset += Math.max(0, Math.ceil(instant - now()));
      work();
    },
    plan: (instant, planned) => {
      plans.push({ instant, work: planned });
    },
    nextPlan: () => (plans.length === 0 ? null : Math.min(...plans.map(({ instant }) => instant))),
    stop: () => clearInterval(timer),
  };
}
