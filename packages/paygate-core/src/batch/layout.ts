/**
 * How a merchant's batch manager wants its files. The two seed documents fix the order of the
 * fields; what they leave open is chosen here, with the safe reading as the default.
 */
export type BatchLayout = {
  /** `1.x` for one merchant, `2.x` for a group; every version but `1.0` carries RefNr. */
  readonly version: string;
  /** How the day is written in HEAD. */
  readonly dateFormat: 'YYYYMMDD' | 'YYYY-MM-DD' | 'DD.MM.YYYY';
  /** Whether CountRecords counts HEAD and FOOT too. */
  readonly count: 'records' | 'lines';
};

export const safeLayout: BatchLayout = { version: '1.1', dateFormat: 'YYYYMMDD', count: 'records' };

/** Versions that a file of ours may have: `1.0` and `2.0` come back without a Code. */
export const versionPattern = /^[12]\.[1-9]$/;

/** Whether records name the merchant they belong to, beside the group's id in HEAD. */
export function isGroupVersion(version: string): boolean {
  return version.startsWith('2.');
}

/** The day (`2026-11-20`) as HEAD writes it. */
export function writeDate(day: string, format: BatchLayout['dateFormat']): string {
  const [year, month, date] = day.split('-');
  switch (format) {
    case 'YYYYMMDD':
      return `${year}${month}${date}`;
    case 'YYYY-MM-DD':
      return day;
    case 'DD.MM.YYYY':
      return `${date}.${month}.${year}`;
  }
}

/** CountRecords of a file with so many records. */
export function countFor(records: number, count: BatchLayout['count']): number {
  return count === 'records' ? records : records + 2;
}

type FieldName =
  | 'Type'
  | 'Action'
  | 'MID'
  | 'Amount'
  | 'Currency'
  | 'TransID'
  | 'RefNr'
  | 'PayID'
  | 'Status'
  | 'Code';

/**
 * The orders of fields that a record of this version may have. One document says that 2.0 carries
 * RefNr and also that it is like 1.0, and that answers come with a Code and without one: the number
 * of fields decides.
 */
export function recordLayouts(version: string, phase: 'order' | 'answer'): readonly FieldName[][] {
  const group: FieldName[] = isGroupVersion(version) ? ['MID'] : [];
  const start: FieldName[] = ['Type', 'Action', ...group, 'Amount', 'Currency', 'TransID'];
  const withRefNr: FieldName[] = [...start, 'RefNr', 'PayID'];
  const without: FieldName[] = [...start, 'PayID'];
  const orders =
    version === '1.0' ? [without] : version === '2.0' ? [withRefNr, without] : [withRefNr];
  if (phase === 'order') return orders;
  return orders.flatMap((order) => [
    [...order, 'Status', 'Code'],
    [...order, 'Status'],
  ]);
}
