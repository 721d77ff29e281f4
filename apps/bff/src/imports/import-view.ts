import { z } from 'zod';
import { importStates, lineStates } from './import.ts';

const counts = z.record(z.enum(lineStates), z.int());
const instant = z.int();

/** An import as the screen shows it. Instants ms UTC. */
export const importView = z.object({
  id: z.string(),
  merchantId: z.int(),
  connection: z.string(),
  name: z.string(),
  by: z.string(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  unreachableSince: instant.nullable(),
  perSecond: z.int(),
  state: z.enum(importStates),
  lines: z.int(),
  counts,
});
export type ImportView = z.infer<typeof importView>;

const line = z.object({
  line: z.int(),
  raw: z.string(),
  payId: z.string().nullable(),
  transId: z.string().nullable(),
  authorizedAt: instant.nullable(),
  state: z.enum(lineStates),
  field: z.string().nullable(),
  problem: z.string().nullable(),
});

/** What would become of a list, before anything is asked. `problems`: the first fifty lines with one. */
export const previewView = z.object({
  name: z.string(),
  encoding: z.string(),
  separator: z.string(),
  lines: z.int(),
  counts,
  /** Lines that name no day, while none was given for them. */
  undated: z.int(),
  sample: z.array(line),
  problems: z.array(line),
});
export type PreviewView = z.infer<typeof previewView>;

/** Amounts in minor units. */
export const linesView = z.object({
  rows: z.array(
    line.extend({
      paymentId: z.string().nullable(),
      authorized: z.int().nullable(),
      captured: z.int().nullable(),
      refunded: z.int().nullable(),
    }),
  ),
  next: z.int().nullable(),
});

/** The connections a list can be about. */
export const importConnectionView = z.object({
  slug: z.string(),
  label: z.string(),
  merchantId: z.int(),
});
