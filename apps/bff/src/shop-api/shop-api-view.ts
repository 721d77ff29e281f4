import { z } from 'zod';
import { keyRights } from './shop-key.ts';

const instant = z.int();

/** What an admin sees of a key: never the key. Instants ms UTC. */
const keyView = z.object({
  id: z.uuid(),
  name: z.string(),
  prefix: z.string(),
  rights: z.array(z.enum(keyRights)),
  /** `ending`: replaced, and valid until `expiresAt`. */
  state: z.enum(['valid', 'ending', 'expired', 'revoked']),
  createdAt: instant,
  expiresAt: instant.nullable(),
  revokedAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
});

const eventView = z.object({
  id: z.uuid(),
  paymentId: z.uuid(),
  transId: z.string(),
  type: z.string(),
  sequence: z.int(),
  state: z.enum(['pending', 'done', 'given-up']),
  attempts: z.int(),
  createdAt: instant,
  nextAt: instant.nullable(),
  lastAt: instant.nullable(),
  lastStatus: z.int().nullable(),
  lastError: z.string().nullable(),
});

/** The Shop API of a connection. Instants ms UTC. */
export const shopApiView = z.object({
  connection: z.object({ id: z.uuid(), label: z.string() }),
  /** Where the API answers. */
  baseUrl: z.string(),
  keys: z.array(keyView),
  webhook: z.object({
    address: z.string().nullable(),
    secretSetAt: instant.nullable(),
    /** Until when the secret before signs as well. */
    olderUntil: instant.nullable(),
  }),
  events: z.array(eventView),
});
export type ShopApiView = z.infer<typeof shopApiView>;
