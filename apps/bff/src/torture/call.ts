import { TRPCError } from '@trpc/server';
import type { Wish } from '../payments/decide-operation.ts';
import { Refused } from '../refused.ts';
import type { Person } from '../sessions/person.ts';
import { Crash } from './process.ts';

/** How a call of a person ended, as the browser would know it. */
export type Outcome =
  | { readonly kind: 'answered'; readonly operationId: string; readonly state: string }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'denied'; readonly why: string }
  /** The process or its database went away; the person knows nothing. */
  | { readonly kind: 'lost'; readonly why: string }
  /** What must never come out. */
  | { readonly kind: 'broken'; readonly why: string };

/** What the rules must say whatever else happens; null where any answer may be right. */
export type Expectation = 'denied' | 'never-answered' | null;

export type Call = {
  readonly person: Person;
  readonly wish: Wish;
  readonly expectation: Expectation;
  outcome: Outcome | null;
};

/** SQLSTATEs of a database that had no time: the machine was slow, nothing is wrong. */
const BUSY = ['55P03', '57014', '25P03', '25P02'];

/** Reads what a call threw. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof Crash) return { kind: 'lost', why: 'killed' };
  if (error instanceof Refused) return { kind: 'refused', why: error.refusal };
  if (error instanceof TRPCError && ['NOT_FOUND', 'FORBIDDEN'].includes(error.code)) {
    return { kind: 'denied', why: error.code };
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  if (code === 'ECONNRESET' || message.startsWith('Client has encountered')) {
    return { kind: 'lost', why: 'database' };
  }
  if (BUSY.includes(code)) return { kind: 'lost', why: 'busy' };
  return { kind: 'broken', why: `${code} ${message}`.trim() };
}
