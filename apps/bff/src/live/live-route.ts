import type { RequestHandler, Response } from 'express';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { readSession } from '../sessions/read-session.ts';
import { atMostOnceIn } from './at-most-once.ts';
import type { LiveMessage } from './live-message.ts';

const HEARTBEAT_MS = 15_000;
const SESSION_AGAIN_MS = 30_000;
const CLOCK_PAUSE_MS = 1_000;
const PAYMENTS_PAUSE_MS = 250;
/** So many in one pause are told as "many", not by name. */
const MOST_NAMED = 50;
const CLOCK_EVENT = 'event: clock\ndata: {}\n\n';
const INBOX_EVENT = 'event: inbox\ndata: {}\n\n';
const PAYMENTS_EVENT = 'event: payments\ndata: {}\n\n';

/**
 * GET /events: server-sent events for a signed-in person. `payment` names a payment of theirs that
 * changed, `payments` says that many did, `link` that a payment link did, `inbox` tells of
 * notifications, `clock` says that everything may have changed. The session is asked for again every
 * 30 s; without one the stream ends.
 */
export function liveRoute(deps: Deps): RequestHandler {
  return async (request, response) => {
    const { cookie } = request.headers;
    const person = await readSession(deps, cookie);
    if (person === null) {
      response.status(401).json({ error: { message: 'signed-out' } });
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 1000\n\n');
    stream(deps, response, person, () => readSession(deps, cookie));
  };
}

function stream(
  { live }: Pick<Deps, 'live'>,
  response: Response,
  signedIn: Person,
  readAgain: () => Promise<Person | null>,
): void {
  let person = signedIn;
  const end = (): void => {
    clearInterval(heartbeat);
    clearInterval(recheck);
    tellClock.stop();
    tellInbox.stop();
    tellPayments.stop();
    unsubscribe();
    response.end();
  };
  const tellClock = atMostOnceIn(CLOCK_PAUSE_MS, () => response.write(CLOCK_EVENT));
  const tellInbox = atMostOnceIn(CLOCK_PAUSE_MS, () => response.write(INBOX_EVENT));
  const changed = new Set<string>();
  const tellPayments = atMostOnceIn(PAYMENTS_PAUSE_MS, () => {
    response.write(changed.size > MOST_NAMED ? PAYMENTS_EVENT : [...changed].map(toEvent).join(''));
    changed.clear();
  });
  const unsubscribe = live.subscribe((message) => {
    if (message.type === 'clock') return tellClock.soon();
    if (message.type === 'payment') {
      if (!maySee(person, message.merchantId)) return;
      changed.add(message.paymentId);
      return tellPayments.soon();
    }
    if (isAboutInbox(person, message)) return tellInbox.soon();
    const event = eventFor(person, message);
    if (event !== null) response.write(event);
  }, end);
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  const recheck = setInterval(() => {
    readAgain().then(
      (found) => {
        if (found === null) end();
        else person = found;
      },
      // Without a database nobody can prove who they are; the browser opens the stream again.
      end,
    );
  }, SESSION_AGAIN_MS);
  response.on('close', end);
}

function eventFor({ id, memberships }: Person, message: LiveMessage): string | null {
  if (message.type === 'export') {
    if (message.userId !== id) return null;
    return `event: export\ndata: ${JSON.stringify({ exportId: message.exportId })}\n\n`;
  }
  if (message.type === 'link') return theirLink(memberships, message.merchantId);
  return null;
}

function maySee({ memberships }: Person, merchantId: number): boolean {
  return memberships.some(
    (membership) => membership.merchantId === merchantId && membership.rights.includes('see'),
  );
}

function toEvent(paymentId: string): string {
  return `event: payment\ndata: ${JSON.stringify({ paymentId })}\n\n`;
}

/** Whether a message tells of the notifications of a merchant whose inbox the person may read. */
function isAboutInbox({ memberships }: Person, message: LiveMessage): boolean {
  if (message.type !== 'callback' && message.type !== 'inbox') return false;
  return memberships.some(
    ({ merchantId, rights }) => merchantId === message.merchantId && rights.includes('audit'),
  );
}

function theirLink(memberships: Person['memberships'], merchantId: number): string | null {
  const theirs = memberships.some(
    (membership) => membership.merchantId === merchantId && membership.rights.includes('link'),
  );
  return theirs ? 'event: link\ndata: {}\n\n' : null;
}
