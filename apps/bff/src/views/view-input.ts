import { z } from 'zod';
import { id } from '../payments/operation-input.ts';

const lists = ['payments', 'steps'] as const;
const plain = z
  .string()
  .max(500)
  .refine((text) => !text.includes('\0'), 'control-character');

/**
 * Filters and sort as the address of a list says them. The names are the screen's: one that no longer
 * exists is explained there and left out.
 */
const address = z
  .record(z.string().regex(/^[A-Za-z]{1,40}$/), z.union([plain, z.number()]))
  .refine((said) => Object.keys(said).length <= 40, 'too-much');

/** Columns in their order (null: as usual), how tall rows are, and whether they come in pages. */
export const layout = z.strictObject({
  columns: z
    .array(z.string().regex(/^[A-Za-z]{1,40}$/))
    .min(1)
    .max(40)
    .refine((names) => new Set(names).size === names.length, 'each column once')
    .nullable(),
  density: z.enum(['comfortable', 'compact']),
  mode: z.enum(['scroll', 'pages']),
});
export type Layout = z.output<typeof layout>;

export const listInput = z.strictObject({ list: z.enum(lists) });
export type ListName = z.output<typeof listInput>['list'];

/** `viewId` is made by the caller. `version` is that of the view it changes; none: it is new. */
export const saveViewInput = z.strictObject({
  viewId: id,
  merchantId: z.int(),
  list: z.enum(lists),
  name: plain.trim().min(1, 'empty').max(60, 'too-long'),
  isTeam: z.boolean(),
  address,
  layout,
  version: z.int().optional(),
});
export type SaveViewInput = z.output<typeof saveViewInput>;

export const viewKey = z.strictObject({ viewId: id });

/** What a person left a list like. `changed` is the layout of a view that was not saved with it. */
const habit = {
  plain: layout.nullable(),
  changed: z.object({ viewId: id, layout }).nullable(),
  lastView: id.nullable(),
  defaultView: id.nullable(),
};
export const habits = z.object(habit);
export type Habits = z.output<typeof habits>;

/** What is not said stays as it was. */
export const rememberInput = z.strictObject({ ...habits.partial().shape, list: z.enum(lists) });

export const viewView = z.object({
  id: z.uuid(),
  merchantId: z.int(),
  name: z.string(),
  isTeam: z.boolean(),
  /** Who changed it last. */
  by: z.string(),
  mayChange: z.boolean(),
  address: z.record(z.string(), z.union([z.string(), z.number()])),
  layout,
  version: z.int(),
});
export type ViewView = z.infer<typeof viewView>;

export const viewsView = z.object({
  views: z.array(viewView),
  /** Where the person may keep views, and where also for the team. */
  merchantId: z.int(),
  mayShare: z.boolean(),
  habits,
});
