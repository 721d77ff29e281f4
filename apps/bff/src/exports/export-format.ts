import type { ExportFormat } from 'paygate-payments';

export type CsvPreset = {
  readonly separator: ';' | ',';
  readonly decimalMark: '.' | ',';
  /** Excel takes a file without it for an old code page. */
  readonly bom: boolean;
  readonly dates: 'swiss' | 'iso';
  /** Whether the facts of the file follow the rows; a program would stumble over them. */
  readonly foot: boolean;
};

/** What Excel expects in each part of Switzerland, and what programs expect. */
export const csvPresets: Readonly<Record<Exclude<ExportFormat, 'xlsx'>, CsvPreset>> = {
  'csv-de-ch': { separator: ';', decimalMark: '.', bom: true, dates: 'swiss', foot: true },
  'csv-fr-ch': { separator: ';', decimalMark: ',', bom: true, dates: 'swiss', foot: true },
  'csv-rfc4180': { separator: ',', decimalMark: '.', bom: false, dates: 'iso', foot: false },
};
