const FAILURES = 5;
const PAUSE_MS = 1000;

type Line = { failures: number; askedAt: number };

const lines = new Map<string, Line>();

/**
 * A circuit breaker for questions to the gateway, per connection and process. After five questions
 * in a row that reached nobody, one a second may still try; the first that is answered ends the
 * outage. Nobody waits out a timeout meanwhile, and a gateway that comes back is not buried in
 * questions. Money requests need no breaker of their own: each follows an answered question.
 */
export const outage = {
  /** Whether the gateway may be asked at `wall` (ms). During an outage a yes is good for one question. */
  mayAsk(connectionId: string, wall: number): boolean {
    const line = lines.get(connectionId);
    if (line === undefined || line.failures < FAILURES) return true;
    // A clock that was set back must not close the line for as long as it was set back.
    if (wall >= line.askedAt && wall - line.askedAt < PAUSE_MS) return false;
    line.askedAt = wall;
    return true;
  },
  /** Remembers whether the question that was asked at `wall` reached the gateway. */
  tell(connectionId: string, reached: boolean, wall: number): void {
    if (reached) {
      lines.delete(connectionId);
      return;
    }
    const failures = (lines.get(connectionId)?.failures ?? 0) + 1;
    lines.set(connectionId, { failures, askedAt: wall });
  },
};
