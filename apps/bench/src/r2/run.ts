import type { Figure, Finding } from '../figure.ts';
import type { House } from '../house/house.ts';
import { makePayments } from '../house/make-payments.ts';
import { ms, percentile } from '../percentile.ts';
import { type Burden, sender } from './burden.ts';
import { type Captures, captureBeside } from './capture-beside.ts';
import { readersInWait } from './readers-in-wait.ts';

const EVERY_MS = 250;
const LONGEST_MS = 1000;

const slowSockets = ({ desk }: House): Burden =>
  sender(new URL('slow-sockets.ts', import.meta.url), desk.url, '1000');
const largeBodies = ({ desk, manager }: House): Burden =>
  sender(new URL('large-bodies.ts', import.meta.url), desk.url, manager.cookie, '50');
const junk = ({ desk }: House): Burden =>
  sender(new URL('junk.ts', import.meta.url), desk.url, '1000');

type Load = {
  readonly name: string;
  readonly seconds: number;
  readonly begin: (house: House, paymentId: string) => Promise<readonly Burden[]>;
};

const loads: readonly Load[] = [
  { name: '1,000 slow sockets', seconds: 35, begin: async (house) => [slowSockets(house)] },
  {
    name: '50 bodies of 10 MB a second',
    seconds: 15,
    begin: async (house) => [largeBodies(house)],
  },
  { name: '1,000 junk callbacks a second', seconds: 30, begin: async (house) => [junk(house)] },
  {
    name: 'every connection for reading waits',
    seconds: 15,
    begin: async (house, paymentId) => [await readersInWait(house, paymentId)],
  },
  {
    name: 'all four at once',
    seconds: 20,
    begin: async (house, paymentId) => [
      slowSockets(house),
      largeBodies(house),
      junk(house),
      await readersInWait(house, paymentId),
    ],
  },
];

const ALONE_SECONDS = 15;

/** R2: one person goes on capturing while others do what they should not. */
export const r2: Figure = {
  id: 'R2',
  title: 'captures beside load',
  run: async ({ house }) => {
    const opened = await house();
    const captures = (seconds: number) => (seconds * 1000) / EVERY_MS;
    const seconds = loads.reduce((sum, load) => sum + load.seconds, 3 * ALONE_SECONDS);
    const payments = [...(await makePayments(opened, captures(seconds)))];
    const paymentId = payments[0]?.id ?? '';
    const measure = (many: number) =>
      captureBeside(opened, payments.splice(0, captures(many)), {
        everyMs: EVERY_MS,
        seconds: many,
      });

    await measure(ALONE_SECONDS);
    const alone = await measure(ALONE_SECONDS);
    const findings = [shown('without load, before', alone)];
    for (const load of loads) {
      const burdens = await load.begin(opened, paymentId);
      const beside = await measure(load.seconds);
      const did = await Promise.all(burdens.map((burden) => burden.end()));
      findings.push(judged(`${load.name} (${did.join('; ')})`, beside, alone));
    }
    findings.push(shown('without load, after', await measure(ALONE_SECONDS)));
    return findings;
  },
};

function judged(of: string, beside: Captures, alone: Captures): Finding {
  const ratio = percentile(beside.times, 50) / percentile(alone.times, 50);
  return {
    of,
    measured: `${describe(beside)} = ${ratio.toFixed(1)} × at p50`,
    limit: `without load ${ms(percentile(alone.times, 50))}`,
    target: `p99 < ${LONGEST_MS} ms, none failed`,
    met: beside.failed === 0 && percentile(beside.times, 99) < LONGEST_MS,
  };
}

const shown = (of: string, captures: Captures): Finding => ({
  of,
  measured: describe(captures),
  target: 'shown only',
  met: null,
});

function describe({ times, failed }: Captures): string {
  const [p50, p99] = [percentile(times, 50), percentile(times, 99)];
  return `${times.length} captures, ${failed} failed: p50 ${ms(p50)}, p99 ${ms(p99)}`;
}
