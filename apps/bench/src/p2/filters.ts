/** A filter of the screen, as the address says it. */
export type ScreenFilter = { readonly name: string; readonly input: object };

const DAY_MS = 86_400_000;
const swissDay = (ago: number): string =>
  new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10);

/** Every filter and every order of the screen, alone; some as people combine them; searches last. */
export const filters: readonly ScreenFilter[] = [
  { name: 'nothing set', input: {} },
  { name: 'oldest first', input: { order: 'asc' } },
  { name: 'by amount', input: { sort: 'amount' } },
  { name: 'by capture deadline', input: { sort: 'captureBy', order: 'asc' } },
  { name: 'by refund deadline', input: { sort: 'refundUntil', order: 'asc' } },
  { name: 'status captured', input: { status: ['captured'] } },
  { name: 'status unknown', input: { status: ['unknown'] } },
  { name: 'four statuses', input: { status: ['failed', 'expired', 'reversed', 'refunded'] } },
  { name: 'status failed by amount', input: { status: ['failed'], sort: 'amount' } },
  { name: 'capture critical', input: { captureUrgency: ['critical'] } },
  { name: 'capture missed', input: { captureUrgency: ['missed'] } },
  { name: 'capture in 24 h', input: { captureWithin: 24, sort: 'captureBy', order: 'asc' } },
  { name: 'refund urgent', input: { refundUrgency: ['urgent'] } },
  { name: 'refund in 24 h', input: { refundWithin: 24, sort: 'refundUntil', order: 'asc' } },
  { name: 'amount exact', input: { amountMin: 4990, amountMax: 4990 } },
  { name: 'amount between', input: { amountMin: 20_000, amountMax: 25_000 } },
  { name: 'a day', input: { from: swissDay(200), to: swissDay(200) } },
  { name: 'a month', input: { from: swissDay(230), to: swissDay(200) } },
  { name: 'refunded', input: { refunded: true } },
  { name: 'not refunded', input: { refunded: false } },
  { name: 'unknown', input: { unknown: true } },
  { name: 'not unknown', input: { unknown: false } },
  { name: 'with a note', input: { note: true } },
  { name: 'without a note', input: { note: false } },
  { name: 'source desk', input: { source: ['desk'] } },
  { name: 'source imported', input: { source: ['imported'] } },
  { name: 'merchant', input: { merchantId: 1 } },
  { name: 'connection', input: { connection: 'demo-test' } },
  {
    name: 'status, month and amount',
    input: {
      status: ['captured'],
      from: swissDay(430),
      to: swissDay(400),
      amountMin: 5000,
      amountMax: 9000,
    },
  },
  { name: 'search two characters', input: { search: 'zz' } },
  { name: 'search common word', input: { search: 'kaffee' } },
  { name: 'search rare text', input: { search: 'c0ffee' } },
  { name: 'search nothing', input: { search: 'gibtesnicht' } },
  { name: 'search amount', input: { search: '49.90' } },
];
