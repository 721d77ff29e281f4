import { csvExport, xlsxExport } from '../exports/export-definitions.ts';
import { fetchExport } from '../exports/fetch-export.ts';
import type { Figure, Finding } from '../figure.ts';
import type { House } from '../house/house.ts';
import { makePayments, type ReadyPayment } from '../house/make-payments.ts';
import { ms, percentile } from '../percentile.ts';
import { sender } from '../r2/burden.ts';
import { captureBeside } from '../r2/capture-beside.ts';

const EVERY_MS = 100;
const PAYMENTS = 700;
const ALONE_MS = 10_000;

type Beside = {
  readonly times: readonly number[];
  readonly failed: number;
  readonly eventLoop: string;
};

/** R3: one person goes on capturing while a file of every payment is made and fetched. */
export const r3: Figure = {
  id: 'R3',
  title: 'captures beside an export',
  run: async ({ house }) => {
    const opened = await house();
    const payments = [...(await makePayments(opened, PAYMENTS))];
    const beside = (work: () => Promise<unknown>) => measureBeside(opened, payments, work);
    const quiet = () => new Promise((resolve) => setTimeout(resolve, ALONE_MS));
    await beside(() => fetchExport(opened.manager, csvExport));
    const alone = await beside(quiet);
    const csv = await beside(() => fetchExport(opened.manager, csvExport));
    const xlsx = await beside(() => fetchExport(opened.manager, xlsxExport));
    return [
      finding('nothing else', alone, alone),
      finding('CSV of every payment', csv, alone),
      finding('XLSX of every payment', xlsx, alone),
    ];
  },
};

/** Captures until `work` is done, or until there is no payment left. */
async function measureBeside(
  house: House,
  payments: ReadyPayment[],
  work: () => Promise<unknown>,
): Promise<Beside> {
  const eventLoop = sender(new URL('event-loop.ts', import.meta.url), house.desk.url);
  let isDone = false;
  const working = work().finally(() => {
    isDone = true;
  });
  const times: number[] = [];
  let failed = 0;
  while (!isDone && payments.length > 0) {
    const next = payments.splice(0, 1);
    const captured = await captureBeside(house, next, { everyMs: EVERY_MS, seconds: 60 });
    times.push(...captured.times);
    failed += captured.failed;
  }
  await working;
  return { times, failed, eventLoop: await eventLoop.end() };
}

function finding(of: string, { times, failed, eventLoop }: Beside, alone: Beside): Finding {
  const [p50, p95, p99] = [50, 95, 99].map((percent) => ms(percentile(times, percent)));
  const ratio = percentile(times, 50) / percentile(alone.times, 50);
  return {
    of: `beside ${of}`,
    measured: `${times.length} captures, ${failed} failed: p50 ${p50} = ${ratio.toFixed(1)} ×, p95 ${p95}, p99 ${p99}; an answer without the database ${eventLoop}`,
    target: 'shown only',
    met: null,
  };
}
