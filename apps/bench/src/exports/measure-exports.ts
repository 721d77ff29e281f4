import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startDeskProcess } from './desk-process.ts';
import { type Fetched, fetchExport, signIn } from './fetch-export.ts';
import { csvExport, fillHouse, xlsxExport } from './full-house.ts';

/** With what was resident before and at most, bytes. */
type Measured = Fetched & { readonly before: number | null; readonly peak: number | null };
export type ExportFigures = {
  /** COPY with the SQL of the export, and with the bare columns; ms. */
  readonly copySame: number;
  readonly copyRaw: number;
  readonly csv: Measured;
  readonly xlsx: Measured;
};

let measured: Promise<ExportFigures> | null = null;

/** P3 and P4 in one go: both are held against the same COPY, over the same rows. */
export function measureExports(rows: number): Promise<ExportFigures> {
  measured ??= measure(rows);
  return measured;
}

async function measure(rows: number): Promise<ExportFigures> {
  let copySame = 0;
  let copyRaw = 0;
  const house = await fillHouse(rows, async ({ same, raw, url }) => {
    copySame = await timeCopy(url, same);
    copyRaw = await timeCopy(url, raw);
  });
  try {
    const desk = await startDeskProcess(house.dataDir);
    try {
      const cookie = await signIn(desk.url);
      const one = async (definition: object): Promise<Measured> => {
        const before = desk.resident();
        desk.forgetPeak();
        const fetched = await fetchExport(desk.url, cookie, definition);
        return { ...fetched, before, peak: desk.peak() };
      };
      await one(csvExport);
      return { copySame, copyRaw, csv: await one(csvExport), xlsx: await one(xlsxExport) };
    } finally {
      await desk.stop();
    }
  } finally {
    house.remove();
  }
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

const MB = 1_000_000;

/** Rows per second, for a line of the report. */
export const perSecond = (rows: number, ms: number): number => Math.round((rows / ms) * 1000);

/** `118 MB`, or a dash where the system does not tell. */
export const inMegabytes = (bytes: number | null): string =>
  bytes === null ? '–' : `${Math.round(bytes / MB)} MB`;
