import { createHash } from 'node:crypto';
import type { Wish } from './decide-operation.ts';

/** What makes a request the same request when its key comes again; the version is no part of it. */
export function hashRequest(personId: string, wish: Wish): Buffer {
  const { key: _key, version: _version, ...request } = wish;
  const ordered = Object.entries(request)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([personId, ordered]))
    .digest();
}
