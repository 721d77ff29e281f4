import { drawOrder } from './demo-orders.ts';
import { between, createRandom, type Random } from './demo-random.ts';
import { type Ending, type Story, specials, stories } from './demo-stories.ts';

/** One step of the demo at a point of business time, ms UTC. `part` of the amount, 1 = all of it. */
export type DemoStep = {
  readonly at: number;
  readonly payment: DemoPayment;
  readonly act: Ending | { readonly kind: 'pay' | 'start' };
  /** Numbers the steps of one payment, so that each keeps its key when it is tried again. */
  readonly index: number;
};

export type DemoPayment = {
  readonly slug: string;
  readonly transId: string;
  readonly refNr: string;
  readonly amount: number;
  readonly orderDesc: string;
  readonly note: string;
  readonly story: Story;
};

const HOUR_MS = 3_600_000;
/** Steps so close together happen at one time: moving the clock is what takes long. */
const SAME_TIME_MS = HOUR_MS / 4;
const FIRST_ORDER = 10_417;
const FOREIGN_PAYMENTS = 10;

/**
 * Every step of the demo in order of time: `count` payments of the demo merchant and ten of the one
 * that no demo account may see. The same count and end make the same plan.
 */
export function planDemo(count: number, end: number): readonly DemoStep[] {
  const random = createRandom(2026);
  const once = specials.slice(0, count);
  const cycled = Array.from(
    { length: count - once.length },
    (_, at) => stories[at % stories.length],
  );
  const foreign = Array.from({ length: FOREIGN_PAYMENTS }, (_, at) => stories[(at * 3) % 9]);
  const own = [...cycled, ...once].flatMap((story, at) =>
    story === undefined ? [] : tell(random, story, FIRST_ORDER + at, end),
  );
  const other = foreign.flatMap((story, at) =>
    story === undefined
      ? []
      : tell(random, { ...story, slug: 'other', acts: [] }, FIRST_ORDER + at, end),
  );
  return [...own, ...other].sort((one, later) => one.at - later.at || one.index - later.index);
}

function tell(random: Random, story: Story, number: number, end: number): DemoStep[] {
  const [youngest, oldest] = story.hoursAgo;
  const bornAt = end - between(random, youngest, oldest) * HOUR_MS;
  const order = drawOrder(random);
  const payment: DemoPayment = {
    ...order,
    slug: story.slug,
    // No name of the foreign merchant may be one of ours: a search for it has to find nothing.
    transId: story.slug === 'other' ? `lake-${number}` : `web-${number}`,
    refNr: story.slug === 'other' ? `L-${number}` : `A-${number}`,
    story,
  };
  let at = bornAt;
  const born = story.born === 'started' ? 'start' : 'pay';
  const steps: DemoStep[] = [{ at, payment, act: { kind: born }, index: 0 }];
  for (const [index, act] of story.acts.entries()) {
    at += act.afterHours * between(random, 0.8, 1) * HOUR_MS;
    steps.push({ at: Math.min(at, end), payment, act, index: index + 1 });
  }
  return steps.map((step) => ({
    ...step,
    at: Math.min(end, Math.ceil(step.at / SAME_TIME_MS) * SAME_TIME_MS),
  }));
}
