import { useTranslations } from 'use-intl';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './reconciliation.module.css';
import { type StatementFormat, type StatementPreview, totalFields } from './statement.ts';
import { withColumn } from './with-column.ts';

type RecordFieldsProps = {
  readonly preview: StatementPreview;
  readonly columnOptions: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (format: StatementFormat) => void;
};

/** Files with records of several kinds: which rows are details, and what the total states. */
export function RecordFields({ preview, columnOptions, onChange }: RecordFieldsProps) {
  const words = useTranslations('reconciliation');
  const { format } = preview;
  const { record } = format;
  const change = (some: Partial<StatementFormat>) => onChange({ ...format, ...some });
  return (
    <fieldset className={styles.fields}>
      <legend>{words('records')}</legend>
      <Select
        label={words('recordColumn')}
        value={record?.column ?? ''}
        options={columnOptions}
        onChange={({ target }) =>
          change({
            record:
              target.value === ''
                ? null
                : {
                    detail: record?.detail ?? 'D',
                    total: record?.total ?? 'T',
                    column: target.value,
                  },
          })
        }
      />
      {record === null ? null : (
        <>
          <TextField
            label={words('recordDetail')}
            hint={words('recordDetailHint')}
            defaultValue={record.detail}
            onBlur={({ target }) => change({ record: { ...record, detail: target.value.trim() } })}
          />
          <TextField
            label={words('recordTotal')}
            defaultValue={record.total}
            onBlur={({ target }) => change({ record: { ...record, total: target.value.trim() } })}
          />
          {totalFields.map((field) => (
            <Select
              key={field}
              label={words('totalColumn', { figure: words(`total.${field}`) })}
              value={format.totals[field] ?? ''}
              options={columnOptions}
              onChange={({ target }) =>
                change({ totals: withColumn(format.totals, field, target.value) })
              }
            />
          ))}
        </>
      )}
    </fieldset>
  );
}
