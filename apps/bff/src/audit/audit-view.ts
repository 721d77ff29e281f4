import { z } from 'zod';

/** One line of the log as people may read it. `at` is ms UTC. */
export const auditLineView = z.object({
  merchantId: z.int(),
  seq: z.int(),
  at: z.int(),
  /** Null: the system. */
  by: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  action: z.string(),
  /** What it happened to, e.g. `payment:<id>`, and its name where one is known. */
  subject: z.string(),
  subjectName: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
export type AuditLineView = z.infer<typeof auditLineView>;

/** What the log can be narrowed to. Days are Swiss, both inclusive. */
export const auditFilter = z.strictObject({
  actorId: z.uuid().optional(),
  action: z
    .string()
    .max(60)
    .regex(/^[a-z0-9-]+$/)
    .optional(),
  subject: z
    .string()
    .max(120)
    .regex(/^[\x21-\x7e]+$/)
    .optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(500).nullish(),
});
export type AuditFilter = z.output<typeof auditFilter>;

/** Who and what occurs in the log: the choices of its filters. */
export const auditChoices = z.object({
  people: z.array(z.object({ id: z.uuid(), name: z.string() })),
  actions: z.array(z.string()),
  /** When the first line was written (ms UTC), or null while there is none. */
  since: z.int().nullable(),
  /** What the last verification of each merchant's chain found; `fault` is the first bad line. */
  verified: z.array(z.object({ at: z.int(), lines: z.int(), fault: z.int().nullable() })),
});

/** What computing the chain of a merchant anew found. */
export const auditReport = z.object({
  merchantId: z.int(),
  merchantName: z.string(),
  lines: z.int(),
  hash: z.string(),
  fault: z
    .object({
      seq: z.int(),
      what: z.enum([
        'changed',
        'missing',
        'moved',
        'doubled',
        'not-as-anchored',
        'not-as-head',
        'beyond-head',
      ]),
    })
    .nullable(),
});
