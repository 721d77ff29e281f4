import type { TimelineEventType } from 'paygate-payments';
import type { NewEvent } from './event-store.ts';
import type { Operation } from './operation.ts';

type Answer = {
  readonly code?: string | null;
  readonly description?: string | null;
  readonly xid?: string | null;
};

/** What an event says of its operation; `reqId` is null where it left in a file, which names none. */
type Told = Pick<Operation, 'id' | 'createdBy'> & { readonly reqId: string | null };

/** A line of the timeline about an operation; it changes no amount. */
export function operationEvent(
  type: TimelineEventType,
  operation: Told,
  at: number,
  answer: Answer = {},
): NewEvent {
  const { id: operationId, createdBy: actorId, reqId } = operation;
  return {
    event: { fact: `operation:${operationId}:${type}`, type, at },
    source: { operationId, actorId, reqId, ...answer },
  };
}

/** The fact that an operation moved its money. */
export function executedEvent(
  operation: Told & Pick<Operation, 'amount' | 'kind' | 'closes'>,
  at: number,
  answer: Answer = {},
): NewEvent {
  const { id: operationId, createdBy: actorId, reqId, amount, kind } = operation;
  const named = { fact: `operation:${operationId}:executed`, at, amount };
  const source = { operationId, actorId, reqId, ...answer };
  switch (kind) {
    case 'capture':
      return { event: { ...named, type: 'captured', closed: operation.closes }, source };
    case 'reversal':
      return { event: { ...named, type: 'reversed' }, source };
    case 'credit':
      return { event: { ...named, type: 'credited' }, source };
  }
}
