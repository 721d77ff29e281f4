import { oncePerKey } from './once-per-key.ts';

const zone = 'Europe/Zurich';
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type InstantOptions = {
  /** Tables leave the year out while it is the year of `now`. */
  readonly shortIn?: number;
};

/** `Sat 21.11.2026, 09:12`, Swiss time, the same digits in every language. `at` in ms, UTC. */
export function formatInstant(at: number, lang: string, options: InstantOptions = {}): string {
  const parts = zurichParts(at, lang);
  const hideYear =
    options.shortIn !== undefined && parts.year === zurichParts(options.shortIn, lang).year;
  const date = `${parts.day}.${parts.month}.${hideYear ? '' : parts.year}`;
  return `${parts.weekday.replace(/\.$/, '')} ${date}, ${parts.hour}:${parts.minute}`;
}

/** `21.11.2026`, Swiss time. */
export function formatDay(at: number): string {
  const parts = zurichParts(at, 'de');
  return `${parts.day}.${parts.month}.${parts.year}`;
}

/** `09:12`, Swiss time. */
export function formatTime(at: number): string {
  const parts = zurichParts(at, 'de');
  return `${parts.hour}:${parts.minute}`;
}

/**
 * `in 47 hours`, `vor 2 Tagen`: rounded towards now, so that it never promises more time than there is.
 * `left` is in ms, negative for the past.
 */
export function formatRelative(left: number, lang: string): string {
  const format = relativeFormatFor(lang);
  const distance = Math.abs(left);
  const direction = left < 0 ? -1 : 1;
  if (distance >= 2 * day) return format.format(direction * Math.floor(distance / day), 'day');
  if (distance >= hour) return format.format(direction * Math.floor(distance / hour), 'hour');
  const minutes = Math.max(1, Math.floor(distance / minute));
  return format.format(direction * minutes, 'minute');
}

const relativeFormatFor = oncePerKey(
  (lang) => new Intl.RelativeTimeFormat(`${lang}-CH`, { numeric: 'always' }),
);

type Part = 'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute';

function zurichParts(at: number, lang: string): Record<Part, string> {
  const found: Record<Part, string> = {
    weekday: '',
    day: '',
    month: '',
    year: '',
    hour: '',
    minute: '',
  };
  for (const { type, value } of formatFor(lang).formatToParts(at)) {
    if (type in found) found[type as Part] = value;
  }
  return found;
}

const formatFor = oncePerKey(
  (lang) =>
    new Intl.DateTimeFormat(`${lang}-CH`, {
      timeZone: zone,
      weekday: 'short',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
);
