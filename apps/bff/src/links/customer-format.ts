import { swissAmount } from '../swiss-amount.ts';

/** Money and dates as customers in Switzerland read them, the same in every language. */

/** `CHF 1’234.50` with a no-break space; `amount` in minor units. */
export function customerMoney(amount: number): string {
  return `CHF\u00a0${swissAmount(amount)}`;
}

const parts = new Intl.DateTimeFormat('de-CH', {
  timeZone: 'Europe/Zurich',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** `26.11.2026, 23:59` in Swiss time; `at` in ms UTC. */
export function customerTime(at: number): string {
  const found = new Map(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  const of = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? '';
  return `${of('day')}.${of('month')}.${of('year')}, ${of('hour')}:${of('minute')}`;
}

/** `23:59` in Swiss time. */
export function customerClock(at: number): string {
  return customerTime(at).slice(-5);
}
