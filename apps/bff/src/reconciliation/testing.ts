import type { Desk } from '../payments/testing.ts';
import type { Person } from '../sessions/person.ts';
import { keepUpload } from '../uploads/keep-upload.ts';
import type { Reconciling } from './load-statement.ts';
import type { StatementFormat } from './statement-format.ts';

/** Somebody who reconciles at merchant 1. */
export function reconciling(person: Person): Reconciling {
  return { person, memberships: person.memberships };
}

/** Hands in a statement; answers what names it. */
export async function handIn({ deps }: Desk, person: Person, body: string | Buffer) {
  const file = { merchantId: 1, name: 'statement.csv', body: Buffer.from(body) };
  return (await keepUpload(deps, person, file)).uploadId;
}

/** A gateway file as far as it is known: records by their first column, no headings. */
export const recordFormat: StatementFormat = {
  encoding: null,
  separator: null,
  headings: false,
  skipRows: 0,
  decimal: '.',
  dayOrder: null,
  record: { column: '1', detail: 'D', total: 'T' },
  columns: { payId: '2', xid: '3', transId: '4', date: '5', amount: '6', fee: '7', currency: '8' },
  totals: { count: '2', amount: '3' },
};
