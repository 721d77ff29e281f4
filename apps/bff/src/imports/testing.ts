import type { Desk } from '../payments/testing.ts';
import type { Person } from '../sessions/person.ts';
import { keepUpload } from '../uploads/keep-upload.ts';
import { claimNext, runImport } from './import-worker.ts';
import type { Importing } from './read-list.ts';

/** Somebody who imports at merchant 1. */
export function importing(person: Person): Importing {
  return { person, memberships: person.memberships };
}

/** Hands in a list; answers what names it. */
export async function handIn({ deps }: Desk, person: Person, text: string): Promise<string> {
  const file = { merchantId: 1, name: 'list.csv', body: Buffer.from(text) };
  return (await keepUpload(deps, person, file)).uploadId;
}

/** What a worker does until no import is due. */
export async function workOff({ deps }: Desk): Promise<void> {
  for (let claim = await claimNext(deps); claim !== null; claim = await claimNext(deps)) {
    await runImport(deps, claim, new AbortController().signal);
  }
}
