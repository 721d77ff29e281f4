import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from 'paygate-bff';

/** One line of the log, amounts in its details in minor units. */
export type AuditLine = inferRouterOutputs<AppRouter>['audit']['list']['rows'][number];

/** What the address of the page narrows the log to. */
export type AuditSearch = {
  readonly actorId?: string;
  readonly action?: string;
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
};

const shapes: Record<keyof AuditSearch, RegExp> = {
  actorId: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  action: /^[a-z0-9-]{1,60}$/,
  subject: /^[\x21-\x7e]{1,120}$/,
  from: /^\d{4}-\d\d-\d\d$/,
  to: /^\d{4}-\d\d-\d\d$/,
};

/** Reads the address; what it does not understand is left out. */
export function readAuditSearch(raw: Record<string, unknown>): AuditSearch {
  const read: Record<string, string> = {};
  for (const [name, shape] of Object.entries(shapes)) {
    const value = raw[name];
    if (typeof value === 'string' && shape.test(value)) read[name] = value;
  }
  return read;
}
