/** `1’234.50` as Switzerland writes it, in every language; `minor` in minor units, not negative. */
export function swissAmount(minor: number): string {
  const whole = String(Math.floor(minor / 100)).replace(/\B(?=(\d{3})+$)/g, '’');
  return `${whole}.${String(minor % 100).padStart(2, '0')}`;
}
