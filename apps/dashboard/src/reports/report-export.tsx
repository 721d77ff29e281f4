import { type ExportFormat, exportFormats } from 'paygate-payments';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { buttonClass } from '../ui/button-class.ts';
import { Select } from '../ui/select.tsx';
import { type ReportSearch, scopeOf } from './report-search.ts';
import styles from './reports.module.css';

/** The report that is shown as a file, made at the moment of the click. */
export function ReportExport({ search }: { readonly search: ReportSearch }) {
  const words = useTranslations('reports');
  const names = useTranslations('exports.format');
  const locale = useLocale();
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const { from, to, unit, day } = search;
  const wish = { from, to, unit, day, ...scopeOf(search), format, language: locale.slice(0, 2) };
  const address = new URLSearchParams(
    Object.entries(wish).map(([name, value]) => [name, String(value)]),
  );
  return (
    <section aria-label={words('export')} className={styles.export}>
      <Select
        label={words('exportFormat')}
        options={exportFormats.map((value) => ({ value, label: names(value) }))}
        value={format}
        onChange={({ target }) =>
          setFormat(exportFormats.find((known) => known === target.value) ?? 'xlsx')
        }
      />
      <a href={`/downloads/reports?${address}`} download className={buttonClass('plain')}>
        {words('download')}
      </a>
    </section>
  );
}
