/** `12’480`: as amounts are grouped, the same in every language. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '’');
}

const units = ['KB', 'MB', 'GB'] as const;

/** `3.1 MB`, `12 KB`: what a person needs to know of a size. */
export function formatBytes(bytes: number): string {
  let size = Math.max(bytes, 1000) / 1000;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}
