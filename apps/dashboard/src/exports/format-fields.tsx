import { exportFormats } from 'paygate-payments';
import { useTranslations } from 'use-intl';
import { RadioCards } from '../ui/radio-cards.tsx';
import type { ExportFields } from './use-export-fields.ts';

/** The kinds of file, each with what sets it apart. */
export function FormatFields({ fields }: { readonly fields: ExportFields }) {
  const words = useTranslations('exports');
  const { format, setFormat } = fields;
  return (
    <RadioCards
      label={words('formatLabel')}
      value={format}
      onChange={setFormat}
      options={exportFormats.map((value) => ({
        value,
        title: words(`format.${value}`),
        text: words(`formatText.${value}`),
      }))}
    />
  );
}
