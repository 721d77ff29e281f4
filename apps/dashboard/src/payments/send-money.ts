import type { Operation } from './payment.ts';

export type RefusalDetails = {
  readonly max?: number;
  readonly min?: number;
  readonly limit?: number;
};
type Answer = { readonly operation: Operation };

/** What became of a step, as far as the screen has to tell it. */
export type MoneyResult =
  | { readonly type: 'succeeded'; readonly operation: Operation }
  | { readonly type: 'declined'; readonly operation: Operation }
  | { readonly type: 'not-executed'; readonly operation: Operation }
  | { readonly type: 'unknown'; readonly operation: Operation }
  | { readonly type: 'refused'; readonly refusal: string; readonly details: RefusalDetails | null }
  | { readonly type: 'not-sent'; readonly why: NotSentReason };

/** Why nothing left: each is certain, so the person may press again with the same key. */
export type NotSentReason =
  | 'offline'
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  | 'too-many'
  | 'bad-input'
  | 'never-arrived';

/** A failed call in the terms of HTTP; `status` is null when no readable answer came. */
export type CallFailure = {
  readonly status: number | null;
  readonly refusal: string | null;
  readonly details: RefusalDetails | null;
};

export type MoneyPorts = {
  readonly isOnline: () => boolean;
  /** Sends the step once; rejects when it has no answer in time. */
  readonly send: () => Promise<Answer>;
  /** The operation of this step's key. */
  readonly ask: () => Promise<Answer>;
  readonly failureOf: (error: unknown) => CallFailure;
  readonly wait: (ms: number) => Promise<void>;
  /** The dialog is gone: the payment itself shows the outcome then, and nobody asks here any more. */
  readonly isClosed: () => boolean;
  /** The answer is lost: from here on the server is asked, never told again. */
  readonly onAsking: () => void;
};

const askPauseMs = 2_000;
/** A step still on its way could overtake one question, so that one "not here" proves nothing. */
const absencesThatProve = 2;

/**
 * Sends one money step and finds out what became of it. The step leaves the browser at most once;
 * without a readable answer the operation is asked for by its key until the server knows, or until
 * the dialog is closed (null).
 */
export async function sendMoney(ports: MoneyPorts): Promise<MoneyResult | null> {
  if (!ports.isOnline()) return { type: 'not-sent', why: 'offline' };
  try {
    const { operation } = await ports.send();
    return resultOf(operation) ?? (await askUntilKnown(ports));
  } catch (error) {
    const certain = certainRefusal(ports.failureOf(error));
    return certain ?? (await askUntilKnown(ports));
  }
}

async function askUntilKnown(ports: MoneyPorts): Promise<MoneyResult | null> {
  ports.onAsking();
  let absences = 0;
  for (;;) {
    await ports.wait(askPauseMs);
    if (ports.isClosed()) return null;
    try {
      const { operation } = await ports.ask();
      const result = resultOf(operation);
      if (result) return result;
    } catch (error) {
      const { status } = ports.failureOf(error);
      absences = status === 404 ? absences + 1 : 0;
      if (absences >= absencesThatProve) return { type: 'not-sent', why: 'never-arrived' };
    }
  }
}

/** The result an operation stands for; null while it is still on its way. */
export function resultOf(operation: Operation): MoneyResult | null {
  switch (operation.state) {
    case 'succeeded':
      return { type: 'succeeded', operation };
    case 'failed':
      return { type: 'declined', operation };
    case 'not_executed':
      return { type: 'not-executed', operation };
    case 'unknown':
    case 'review':
      return { type: 'unknown', operation };
    case 'cancelled':
      return { type: 'refused', refusal: operation.cancelReason ?? 'not-sent', details: null };
    case 'requested':
    case 'awaiting_approval':
    case 'sending':
      return null;
  }
}

/** Answers that prove that nothing was sent to the gateway; null for all that prove nothing. */
function certainRefusal({ status, refusal, details }: CallFailure): MoneyResult | null {
  if (refusal !== null) {
    // The key is known with other figures: an earlier attempt did arrive, so its fate is asked for.
    return refusal === 'key-reused' ? null : { type: 'refused', refusal, details };
  }
  switch (status) {
    case 400:
      return { type: 'not-sent', why: 'bad-input' };
    case 401:
      return { type: 'not-sent', why: 'signed-out' };
    case 403:
      return { type: 'not-sent', why: 'forbidden' };
    case 404:
      return { type: 'not-sent', why: 'not-found' };
    case 429:
      return { type: 'not-sent', why: 'too-many' };
    default:
      return null;
  }
}
