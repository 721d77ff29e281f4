import { readFileSync, writeFileSync } from 'node:fs';

/** How much memory a process has, bytes; null where the system does not tell. */
export type MemoryOf = {
  resident(): number | null;
  /** The most that was resident since `forgetPeak`. */
  peak(): number | null;
  forgetPeak(): void;
};

/** What the system tells of a process; only Linux does. */
export function memoryOf(pid: number): MemoryOf {
  const proc = `/proc/${pid}`;
  return {
    resident: () => readStatus(proc, 'VmRSS'),
    peak: () => readStatus(proc, 'VmHWM'),
    forgetPeak: () => {
      try {
        writeFileSync(`${proc}/clear_refs`, '5');
      } catch {
        // The peak is then that of the whole run.
      }
    },
  };
}

function readStatus(proc: string, name: 'VmRSS' | 'VmHWM'): number | null {
  try {
    const lines = readFileSync(`${proc}/status`, 'utf8').split('\n');
    const found = lines.find((line) => line.startsWith(`${name}:`));
    return found === undefined ? null : Number(found.replace(/\D/g, '')) * 1024;
  } catch {
    return null;
  }
}

/** The process that this one started whose command has `part` in it; null where there is none, or no telling. */
export function childOf(pid: number, part: string): MemoryOf | null {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
    const found = children.find(
      (child) => child !== '' && readFileSync(`/proc/${child}/cmdline`, 'utf8').includes(part),
    );
    return found === undefined ? null : memoryOf(Number(found));
  } catch {
    return null;
  }
}

const MB = 1_000_000;

/** `118 MB`, or a dash where the system does not tell. */
export const inMegabytes = (bytes: number | null): string =>
  bytes === null ? '–' : `${Math.round(bytes / MB)} MB`;
