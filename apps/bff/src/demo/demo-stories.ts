/** What staff, or bad luck, does to a payment after it was made. `part` of its amount, 1 = all. */
export type Ending = {
  readonly afterHours: number;
} & (
  | { readonly kind: 'capture'; readonly part: number; readonly closeRest?: boolean }
  | { readonly kind: 'credit'; readonly part: number }
  | { readonly kind: 'reverse' }
  | { readonly kind: 'check' }
  | { readonly kind: 'lose'; readonly effect: 'before' | 'after' }
);

/** How a kind of payment comes about and what becomes of it. */
export type Story = {
  readonly slug: string;
  readonly born: 'approved' | 'declined' | 'started' | 'pending-ok' | 'pending-failed' | 'unheard';
  /** Youngest and oldest age in hours at the end of the demo. */
  readonly hoursAgo: readonly [youngest: number, oldest: number];
  readonly acts: readonly Ending[];
};

const DAY = 24;
const shop = (hoursAgo: Story['hoursAgo'], ...acts: Ending[]): Story => ({
  slug: 'demo',
  born: 'approved',
  hoursAgo,
  acts,
});
const captured: Ending = { kind: 'capture', part: 1, afterHours: 30 };
const history = [10 * DAY, 160 * DAY] as const;

/**
 * Dealt in this order, over and over. The ages of the open ones are chosen for their capture deadline
 * (168 h after the authorization, which counts from 65 min before its notice), those of the captured
 * ones for their refund deadline (180 days).
 */
export const stories: readonly Story[] = [
  shop(history, captured),
  shop([163.2, 166.7], { kind: 'check', afterHours: 1 }),
  shop(history, captured, { kind: 'credit', part: 0.4, afterHours: 60 }),
  shop([1, 90]),
  shop([179.1 * DAY, 179.9 * DAY], captured),
  shop([145, 162]),
  shop(history, { kind: 'reverse', afterHours: 12 }),
  shop([97, 140]),
  shop(history, captured),
  { ...shop([10 * DAY, 150 * DAY]), born: 'declined' },
  shop([2, 140], { kind: 'capture', part: 0.5, afterHours: 1 }),
  { ...shop([2 * DAY, 120 * DAY]), slug: 'demo-sale' },
  shop([177.2 * DAY, 178.8 * DAY], captured),
  shop(history, captured, { kind: 'credit', part: 1, afterHours: 90 }),
  shop([163.2, 166.7]),
  shop(history, { kind: 'check', afterHours: 215 }),
  { ...shop([4.2 * DAY, 6.8 * DAY], { ...captured, afterHours: 3 }), slug: 'demo-test' },
  shop([166.5 * DAY, 176 * DAY], captured),
  shop(history, { kind: 'capture', part: 0.6, closeRest: true, afterHours: 20 }),
  shop([1, 90]),
  shop(history, captured),
  { ...shop([3 * DAY, 100 * DAY]), slug: 'demo-sale', born: 'pending-ok' },
  shop([145, 162]),
  shop(
    history,
    { kind: 'capture', part: 0.5, afterHours: 10 },
    { kind: 'capture', part: 1, afterHours: 30 },
  ),
  shop([181 * DAY, 195 * DAY], captured),
  shop(history, { kind: 'capture', part: 0.5, afterHours: 10 }, { kind: 'check', afterHours: 215 }),
  shop([97, 140], { kind: 'capture', part: 0.3, afterHours: 20 }),
  shop([168.5, 190]),
  shop([2 * DAY, 9 * DAY], { ...captured, afterHours: 10 }),
  { ...shop([20 * DAY, 90 * DAY]), slug: 'demo-sale', born: 'pending-failed' },
  { ...shop([10, 80]), slug: 'demo-test' },
  shop(history, captured),
];

/** Told once: what needs a person's eye today, and what is still happening. */
export const specials: readonly Story[] = [
  shop([3, 4], { kind: 'lose', effect: 'after', afterHours: 5 }),
  shop([3, 4], { kind: 'lose', effect: 'before', afterHours: 5 }),
  { ...shop([0, 0.2]), born: 'started' },
  { ...shop([0, 0.2]), born: 'started' },
  { ...shop([0, 0.2]), born: 'started' },
  { ...shop([0, 0.1]), slug: 'demo-sale', born: 'pending-ok' },
  { ...shop([0, 0.1]), slug: 'demo-sale', born: 'pending-ok' },
  // Of before Desk: paid and captured, and only an import brings them in.
  { ...shop([60 * DAY, 90 * DAY]), born: 'unheard' },
  { ...shop([60 * DAY, 90 * DAY]), born: 'unheard' },
];
