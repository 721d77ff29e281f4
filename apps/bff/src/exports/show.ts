import { swissAmount } from '../swiss-amount.ts';

const instantFormat = new Intl.DateTimeFormat('de-CH', {
  timeZone: 'Europe/Zurich',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** `21.11.2026 09:12:05`, Swiss time. `at` in ms UTC. */
export function showInstant(at: number): string {
  return instantFormat.format(at).replace(', ', ' ');
}

/** A Swiss day as people write it; an instant, or a minute of a day, with its time. */
export function showDay(moment: number | string): string {
  if (typeof moment === 'number') return showInstant(moment);
  const [date = '', time] = moment.split('T');
  const day = date.split('-').reverse().join('.');
  return time === undefined ? day : `${day} ${time}`;
}

/** `CHF 1’234.50` from minor units. */
export function showAmount(minor: number): string {
  return `CHF ${swissAmount(minor)}`;
}

/** `1234.50` from minor units, for cells. */
export function plainAmount(minor: number, decimalMark: '.' | ',' = '.'): string {
  const plain = Math.abs(minor);
  const cents = String(plain % 100).padStart(2, '0');
  return `${minor < 0 ? '-' : ''}${Math.floor(plain / 100)}${decimalMark}${cents}`;
}
