/** The kinds of file that tables leave the house in, in the order in which they are offered. */
export const exportFormats = ['xlsx', 'csv-de-ch', 'csv-fr-ch', 'csv-rfc4180'] as const;
export type ExportFormat = (typeof exportFormats)[number];
