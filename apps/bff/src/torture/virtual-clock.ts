import type { Clock } from '../clock.ts';

/** A clock that moves only when told, and does on its way what was planned for the time between. */
export type VirtualClock = Clock & {
  advance(ms: number): void;
  advanceTo(instant: number): void;
  /** Plans `work` for `instant` (ms UTC); what lies in the past is done at the next move. */
  plan(instant: number, work: () => void): void;
  /** The instant of the next plan, or null. */
  nextPlan(): number | null;
};

/** Business time and wall time are one: nothing in the torture moves them apart. */
export function createVirtualClock(start: number): VirtualClock {
  let time = start;
  let plans: { readonly instant: number; readonly work: () => void }[] = [];

  const advanceTo = (instant: number): void => {
    for (;;) {
      const due = plans.filter((plan) => plan.instant <= instant);
      const [next] = due.sort((one, other) => one.instant - other.instant);
      if (next === undefined) break;
      plans = plans.filter((plan) => plan !== next);
      time = Math.max(time, next.instant);
      next.work();
    }
    time = Math.max(time, instant);
  };
  return {
    now: () => time,
    wall: () => time,
    advance: (ms) => advanceTo(time + ms),
    advanceTo,
    plan: (instant, work) => {
      plans.push({ instant, work });
    },
    nextPlan: () => (plans.length === 0 ? null : Math.min(...plans.map(({ instant }) => instant))),
  };
}
