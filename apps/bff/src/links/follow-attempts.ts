import type { Deps } from '../deps.ts';
import { startWorkLoop, type WorkLoop, workEach } from '../live/work-loop.ts';
import { askAgain, missSchedule } from '../payments/ask-again.ts';
import {
  type Attempt,
  type AttemptStanding,
  claimAttempts,
  readAttempt,
  settleAttempt,
} from './attempt-store.ts';

const AT_ONCE = 6;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/**
 * When the gateway is asked about an attempt that nothing was heard of, counted from its start: an
 * answer or a notification may be lost. It is asked by TransID, which is known to work for 24 hours.
 */
const ASK_AT = [0.5, 2, 5, 10, 20, 36, 66, 180, 480, 1410].map((minutes) => minutes * MINUTE);
const ASK_AGAIN_MS = 5 * MINUTE;
/** How long after its hour a capture by the gateway may take. */
const SCHEDULE_SLACK_MS = 30 * MINUTE;

/** The first time an attempt is asked about. */
export const firstAskMs = ASK_AT[0] ?? MINUTE;

/** Finds out by itself what became of attempts to pay. Any number of processes may run it. */
export function startFollowingAttempts(deps: Deps): WorkLoop {
  return startWorkLoop(deps, {
    name: 'link attempts',
    wakes: ({ type }) => type === 'clock' || type === 'link',
    work: () => followAttempts(deps),
  });
}

/** One round: claims what is due and asks the gateway. Answers whether there may be more. */
export async function followAttempts(deps: Deps): Promise<boolean> {
  const { clock, database, env } = deps;
  const due = await claimAttempts(database.money, {
    now: clock.now(),
    wall: clock.wall(),
    leaseMs: 2 * env.gatewayTimeoutMs + 10_000,
    limit: AT_ONCE,
  });
  await workEach(deps, due, (attempt) => followOne(deps, attempt), {
    left: 'link attempt left as it is',
    about: ({ linkId }) => ({ linkId }),
  });
  return due.length === AT_ONCE;
}

async function followOne(deps: Deps, attempt: Attempt): Promise<void> {
  const sql = deps.database.money;
  const before = await readAttempt(sql, attempt);
  const asks = !before.ended || before.scheduled;
  const said = asks ? await askAgain(deps, attempt) : 'amounts';
  const after = asks ? await readAttempt(sql, attempt) : before;
  const now = deps.clock.now();
  const scheduleOver = after.scheduled && now >= scheduledUntil(after);
  if (scheduleOver && said === 'amounts') await missSchedule(deps, attempt);
  const dueAt = scheduleOver
    ? said === 'amounts'
      ? null
      : now + ASK_AGAIN_MS
    : nextAsk(attempt, after, now);
  await settleAttempt(sql, attempt, { now, dueAt });
}

/** When to ask next (ms UTC); null once it ended, or a day is over. */
function nextAsk(attempt: Attempt, standing: AttemptStanding, now: number): number | null {
  if (standing.scheduled) return scheduledUntil(standing);
  if (standing.ended) return null;
  return ASK_AT.map((ms) => attempt.startedAt + ms).find((at) => at > now) ?? null;
}

function scheduledUntil({ authorizedAt, captureHours }: AttemptStanding): number {
  return (authorizedAt ?? 0) + (captureHours ?? 0) * HOUR + SCHEDULE_SLACK_MS;
}
