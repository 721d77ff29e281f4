import type { Logger } from 'pino';

const counts = new Map<string, number>();

/** How many callbacks this process refused, by reason, since it started. */
export function callbackRejections(): Readonly<Partial<Record<string, number>>> {
  return Object.fromEntries(counts);
}

/** Counts a refused callback and says so in the log, never with its content. */
export function countRejection(
  log: Pick<Logger, 'warn'>,
  why: string,
  where: { readonly slug?: string; readonly kind?: string },
): void {
  const count = (counts.get(why) ?? 0) + 1;
  counts.set(why, count);
  log.warn({ why, count, ...where }, 'callback refused');
}
