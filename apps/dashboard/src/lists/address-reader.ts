/** A part of an address that was left out; `field` is null for a filter that does not exist. */
export type AddressProblem<Field extends string> = {
  readonly field: Field | null;
  readonly value: string;
};

/** No list is searched for a longer text. */
export const longestSearch = 200;

/** Reads an address part by part. What cannot be read is left out and named in `problems`. */
export function addressReader<Field extends string>(
  raw: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
) {
  const problems: AddressProblem<Field>[] = Object.keys(raw)
    .filter((name) => !fields.some((field) => field === name))
    .map((name) => ({ field: null, value: name }));
  const text = (field: Field) => String(raw[field] ?? '').trim();

  const one = <T>(field: Field, parse: (value: string) => T | null): T | undefined => {
    const value = text(field);
    const parsed = value === '' ? null : parse(value);
    if (value !== '' && parsed === null) problems.push({ field, value });
    return parsed ?? undefined;
  };
  const many = <T extends string>(field: Field, known: readonly T[]): readonly T[] | undefined => {
    const given = text(field)
      .split(',')
      .map((value) => value.trim());
    const wrong = given.filter((value) => value !== '' && !known.some((name) => name === value));
    if (wrong.length > 0) problems.push({ field, value: wrong.join(', ') });
    const right = known.filter((name) => given.includes(name));
    return right.length > 0 ? right : undefined;
  };
  const among = <T extends string>(field: Field, known: readonly T[]): T | undefined =>
    one(field, (value) => known.find((name) => name === value) ?? null);
  const yesOrNo = (field: Field): boolean | undefined => {
    const said = among(field, ['yes', 'no']);
    return said === undefined ? undefined : said === 'yes';
  };
  /** Takes `to` out where it lies before `from`. */
  const range = <T>(field: Field, to: T | undefined, isBelow: boolean): T | undefined => {
    if (!isBelow) return to;
    problems.push({ field, value: text(field) });
    return undefined;
  };

  return { problems, one, many, among, yesOrNo, range };
}

/** Francs as an address carries them, `49.9`, in minor units; null for anything else. */
export function parseFrancs(value: string): number | null {
  return /^\d{1,8}(\.\d{1,2})?$/.test(value) ? Math.round(Number(value) * 100) : null;
}

/** A whole number from `least` to `most`; null for anything else. */
export function parseWhole(value: string, least: number, most: number): number | null {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  return number >= least && number <= most ? number : null;
}

type WithoutGaps<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };

/** The same without what is undefined. */
export function withoutGaps<T extends object>(value: T): WithoutGaps<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => part !== undefined),
  ) as WithoutGaps<T>;
}
