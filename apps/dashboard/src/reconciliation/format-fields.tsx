import { useTranslations } from 'use-intl';
import { Select } from '../ui/select.tsx';
import styles from './reconciliation.module.css';
import { RecordFields } from './record-fields.tsx';
import { type StatementFormat, type StatementPreview, statementFields } from './statement.ts';
import { withColumn } from './with-column.ts';

type FormatFieldsProps = {
  readonly preview: StatementPreview;
  readonly onChange: (format: StatementFormat) => void;
};

const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
const separators = [';', ',', '\t', '|'] as const;

/** Which column is what, and how the file is written. */
export function FormatFields({ preview, onChange }: FormatFieldsProps) {
  const words = useTranslations('reconciliation');
  const { columns, format } = preview;
  const change = (some: Partial<StatementFormat>) => onChange({ ...format, ...some });
  const columnOptions = [
    { value: '', label: words('noColumn') },
    ...columns.map(({ ref, samples }) => ({
      value: ref,
      label: words('columnOption', {
        name: format.headings ? ref : words('columnNumber', { number: ref }),
        sample: samples[0] ?? '–',
      }),
    })),
  ];
  return (
    <>
      <fieldset className={styles.fields}>
        <legend>{words('columns')}</legend>
        {statementFields.map((field) => (
          <Select
            key={field}
            label={words(`field.${field}`)}
            value={format.columns[field] ?? ''}
            options={columnOptions}
            onChange={({ target }) =>
              change({ columns: withColumn(format.columns, field, target.value) })
            }
          />
        ))}
      </fieldset>
      <fieldset className={styles.fields}>
        <legend>{words('writing')}</legend>
        <Select
          label={words('decimal')}
          value={format.decimal ?? ''}
          options={[
            { value: '', label: words('decimalAsk') },
            { value: '.', label: words('decimalPoint') },
            { value: ',', label: words('decimalComma') },
            { value: 'minor', label: words('decimalMinor') },
          ]}
          onChange={({ target }) =>
            change({ decimal: (target.value || null) as StatementFormat['decimal'] })
          }
        />
        <Select
          label={words('dayOrder')}
          value={format.dayOrder ?? ''}
          options={[
            { value: '', label: words('dayOrderClear') },
            { value: 'dmy', label: words('dayOrderDmy') },
            { value: 'mdy', label: words('dayOrderMdy') },
          ]}
          onChange={({ target }) =>
            change({ dayOrder: (target.value || null) as StatementFormat['dayOrder'] })
          }
        />
        <Select
          label={words('separator')}
          value={format.separator ?? ''}
          options={[
            { value: '', label: words('detected', { value: nameOf(preview.separator) }) },
            ...separators.map((one) => ({ value: one, label: nameOf(one) })),
          ]}
          onChange={({ target }) =>
            change({ separator: (target.value || null) as StatementFormat['separator'] })
          }
        />
        <Select
          label={words('encoding')}
          value={format.encoding ?? ''}
          options={[
            { value: '', label: words('detected', { value: preview.encoding }) },
            ...encodings.map((one) => ({ value: one, label: words('plain', { value: one }) })),
          ]}
          onChange={({ target }) =>
            change({ encoding: (target.value || null) as StatementFormat['encoding'] })
          }
        />
        <Select
          label={words('headings')}
          value={format.headings ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: words('headingsYes', { row: format.skipRows + 1 }) },
            { value: 'no', label: words('headingsNo') },
          ]}
          onChange={({ target }) =>
            change({ headings: target.value === 'yes', columns: {}, totals: {} })
          }
        />
      </fieldset>
      <RecordFields preview={preview} columnOptions={columnOptions} onChange={onChange} />
    </>
  );

  function nameOf(separator: string): string {
    return separator === '\t' ? words('tab') : words('plain', { value: separator });
  }
}
