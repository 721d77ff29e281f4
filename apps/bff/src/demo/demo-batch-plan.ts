import type { DemoStep } from './demo-plan.ts';

const HOUR_MS = 3_600_000;
/** How many hours before the end of the demo the orders of the files were paid. */
const PAID_HOURS = 60;

/** A file of the demo and what it captures, amounts in minor units. */
export type FileStory = {
  /** How long before the end of the demo it is made. */
  readonly hoursAgo: number;
  /** What comes back: all carried out but the last line, something cut short, or nothing yet. */
  readonly ending: 'answered' | 'refused' | 'waiting';
  readonly orders: readonly {
    readonly refNr: string;
    readonly amount: number;
    readonly orderDesc: string;
  }[];
};

export const fileStories: readonly FileStory[] = [
  {
    hoursAgo: 50,
    ending: 'answered',
    orders: [
      { refNr: 'F-301', amount: 189_00, orderDesc: 'Touring backpack' },
      { refNr: 'F-302', amount: 64_50, orderDesc: 'Merino shirt' },
      { refNr: 'F-303', amount: 249_00, orderDesc: 'Hiking boots' },
      { refNr: 'F-304', amount: 39_90, orderDesc: 'Water bottle' },
    ],
  },
  {
    hoursAgo: 27,
    ending: 'refused',
    orders: [
      { refNr: 'F-311', amount: 129_00, orderDesc: 'Rain jacket' },
      { refNr: 'F-312', amount: 84_00, orderDesc: 'Head torch' },
    ],
  },
  {
    hoursAgo: 5,
    ending: 'waiting',
    orders: [
      { refNr: 'F-321', amount: 312_00, orderDesc: 'Two-person tent' },
      { refNr: 'F-322', amount: 58_80, orderDesc: 'Gas stove' },
      { refNr: 'F-323', amount: 99_00, orderDesc: 'Sleeping mat' },
    ],
  },
];

/** How many payments come about for the files. */
export const FILED_PAYMENTS = fileStories.flatMap(({ orders }) => orders).length;

/** The TransID of an order that stands in a file. */
export const filedTransId = (refNr: string): string => `web-${refNr}`;

/** How the orders of the files are paid, in a demo that ends at `end` (ms UTC). */
export function payForFiles(end: number): readonly DemoStep[] {
  const orders = fileStories.flatMap((story) => story.orders);
  return orders.map((order) => ({
    at: end - PAID_HOURS * HOUR_MS,
    payment: {
      ...order,
      slug: 'demo',
      transId: filedTransId(order.refNr),
      note: 'Sent with the morning parcels',
      story: { slug: 'demo', born: 'approved', hoursAgo: [PAID_HOURS, PAID_HOURS], acts: [] },
    },
    act: { kind: 'pay' },
    index: 0,
  }));
}
