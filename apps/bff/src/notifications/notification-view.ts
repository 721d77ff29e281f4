import { z } from 'zod';

const kinds = ['notify', 'success', 'failure'] as const;
const states = ['pending', 'done', 'parked', 'rejected'] as const;

const instant = z.int();

/** A notification as people may see it: what it said, never the message itself. Instants ms UTC. */
export const notificationView = z.object({
  id: z.uuid(),
  at: instant,
  connection: z.string(),
  connectionLabel: z.string(),
  kind: z.enum(kinds),
  /** `rejected`: not authentic, nothing of it was used. `parked`: a person has to look. */
  state: z.enum(states),
  /** Why it was rejected, or what came of the inquiry it led to; null before that. */
  why: z.string().nullable(),
  payId: z.string().nullable(),
  transId: z.string().nullable(),
  status: z.string().nullable(),
  code: z.string().nullable(),
  /** How often the same came again. */
  repeats: z.int(),
  lastAt: instant,
  /** SHA-256 and size of what was rejected; null where many were counted together. */
  digest: z.string().nullable(),
  bytes: z.int().nullable(),
  attempts: z.int(),
  nextAt: instant.nullable(),
  /** The payment it is about, once Desk knows it. */
  payment: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  forward: z
    .object({
      state: z.enum(['pending', 'done', 'given-up']),
      attempts: z.int(),
      nextAt: instant.nullable(),
      lastAt: instant.nullable(),
      lastStatus: z.int().nullable(),
      lastError: z.string().nullable(),
    })
    .nullable(),
  mayProcess: z.boolean(),
  mayForward: z.boolean(),
});
export type NotificationView = z.infer<typeof notificationView>;

/** What the list can be narrowed to. `search` is a whole PayID or TransID. */
export const notificationFilter = z.strictObject({
  view: z.enum(['problems', 'all']).default('problems'),
  state: z.enum(states).optional(),
  kind: z.enum(kinds).optional(),
  connection: z.string().max(40).optional(),
  search: z
    .string()
    .trim()
    .max(64)
    .refine((text) => !text.includes('\0'), 'no control characters')
    .optional(),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(500).nullish(),
});
export type NotificationFilter = z.output<typeof notificationFilter>;
