import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { House } from '../house/house.ts';
import { bareCopy, csvExport, sameCopy, xlsxExport } from './export-definitions.ts';
import { type Fetched, fetchExport } from './fetch-export.ts';

/** With what was resident in the server before and at most, and in the process that made it; bytes. */
type Measured = Fetched & {
  readonly before: number | null;
  readonly peak: number | null;
  readonly maker: number | null;
};
export type ExportFigures = {
  /** COPY with the SQL of the export, and with the bare columns; ms. */
  readonly copySame: number;
  readonly copyBare: number;
  readonly csv: Measured;
  readonly xlsx: Measured;
};

let measured: Promise<ExportFigures> | null = null;

/** P3 and P4 in one go: both are held against the same COPY, over the same rows. */
export function measureExports(house: House): Promise<ExportFigures> {
  measured ??= measure(house);
  return measured;
}

async function measure(house: House): Promise<ExportFigures> {
  const { exportMemory, memory } = house.desk;
  const one = async (definition: object): Promise<Measured> => {
    const before = memory.resident();
    memory.forgetPeak();
    exportMemory()?.forgetPeak();
    const fetched = await fetchExport(house.manager, definition);
    const maker = exportMemory()?.peak() ?? null;
    return { ...fetched, before, peak: memory.peak(), maker };
  };
  await one(csvExport);
  const copySame = await timeCopy(house.appUrl, await sameCopy(house));
  const csv = await one(csvExport);
  const copyBare = await timeCopy(house.appUrl, bareCopy);
  return { copySame, copyBare, csv, xlsx: await one(xlsxExport) };
}

/** Milliseconds of the statement through `pg` alone, in a process of its own, warm. */
async function timeCopy(url: string, statement: string): Promise<number> {
  const limit = fileURLToPath(new URL('copy-limit.ts', import.meta.url));
  const child = spawn(process.execPath, [limit], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify({ url, statement }));
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += String(chunk);
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('the COPY of the limit failed');
  return Number(output);
}

/** Rows per second, for a line of the report. */
export const perSecond = (rows: number, ms: number): number => Math.round((rows / ms) * 1000);
