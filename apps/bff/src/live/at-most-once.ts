/**
 * Does `work` at once when it is asked for, and asked again meanwhile, once more after the pause: a clock
 * that is walked through a year must not make every browser read everything at each step.
 */
export function atMostOnceIn(pauseMs: number, work: () => void): { soon(): void; stop(): void } {
  let pausing: NodeJS.Timeout | undefined;
  let again = false;
  const run = (): void => {
    again = false;
    work();
    pausing = setTimeout(() => {
      pausing = undefined;
      if (again) run();
    }, pauseMs);
  };
  return {
    soon: () => {
      if (pausing === undefined) run();
      else again = true;
    },
    stop: () => clearTimeout(pausing),
  };
}
