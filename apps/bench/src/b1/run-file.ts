import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '../house/house.ts';
import { makePayments } from '../house/make-payments.ts';
import { bringAnswer, carryOut, fetchFile } from './transfer.ts';
import { writeSameRows } from './write-same-rows.ts';

/** The steps of a file, in the order of its life. */
export const fileSteps = [
  'checked',
  'built',
  'handed over',
  'read',
  'compared',
  'applied',
] as const;
export type FileStep = (typeof fileSteps)[number];

/** How long each step of one file took, ms, and what the server held meanwhile, bytes. */
export type FileTimes = {
  readonly lines: number;
  readonly took: Readonly<Record<FileStep, number>>;
  /** PostgreSQL alone writing the rows of the file once more, ms. */
  readonly sameRows: number;
  readonly before: number | null;
  readonly peak: number | null;
};

/** How long the server has nothing to do before its memory is looked at. */
const IDLE_MS = 10_000;

type Plan = { readonly records: number; readonly digest: string };
type File = { readonly id: string; readonly name: string };
type Applied = { readonly counts: { readonly succeeded: number } };

/** Lets so many customers pay, captures all of it with one file, and times each step over HTTP. */
export async function runFile(house: House, lines: number): Promise<FileTimes> {
  const { manager, desk, deps } = house;
  const from = deps.clock.now();
  await makePayments(house, lines);
  const filter = { status: ['authorized'], from, search: 'BENCH-' };
  const wish = { connection: 'demo', kind: 'capture', scope: { kind: 'filtered', filter } };
  const took = {} as Record<FileStep, number>;
  const timed = async <T>(step: FileStep, act: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await act();
    took[step] = performance.now() - started;
    return result;
  };

  // What the notices of the payments took is not the file's.
  await pause(IDLE_MS);
  desk.memory.forgetPeak();
  const before = desk.memory.resident();
  const plan = await timed('checked', () => manager.mutate<Plan>('batches.plan', wish));
  if (plan.records !== lines) throw new Error(`${plan.records} of ${lines} lines in the file`);
  const { digest } = plan;
  const file = await timed('built', () =>
    manager.mutate<File>('batches.create', { ...wish, digest, key: randomUUID() }),
  );
  const fileId = file.id;
  await timed('handed over', () => manager.mutate('batches.handOver', { fileId }));
  const answer = await carryOut(desk, file.name, await fetchFile(manager, fileId));
  const answerId = await timed('read', () => bringAnswer(manager, file, answer));
  await timed('compared', () => manager.query('batches.compareAnswer', { answerId }));
  const applied = await timed('applied', () =>
    manager.mutate<Applied>('batches.applyAnswer', { answerId }),
  );
  const { succeeded } = applied.counts;
  if (succeeded !== lines) throw new Error(`${succeeded} of ${lines} lines succeeded`);
  const peak = desk.memory.peak();
  const sameRows = await writeSameRows(house.ownerUrl, fileId);
  return { lines, took, sameRows, before, peak };
}
