import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { ExportColumn } from '../app/export-wish.ts';
import { RadioCards } from '../ui/radio-cards.tsx';
import { plainCount } from './column-order.ts';
import styles from './exports.module.css';
import type { ExportFields } from './use-export-fields.ts';

/** Which columns; personal data is a choice of its own, and says why it may not be had. */
export function ColumnFields({ fields }: { readonly fields: ExportFields }) {
  const words = useTranslations('exports');
  const { choice, isPersonal, mayPersonal, setChoice, setIsPersonal } = fields;
  const hint = useId();
  return (
    <>
      <RadioCards
        label={words('columnChoice.label')}
        value={choice}
        onChange={setChoice}
        options={(['shown', 'all', 'chosen'] as const).map((value) => ({
          value,
          title: words(`columnChoice.${value}`, { count: plainCount }),
        }))}
      />
      {choice === 'chosen' ? <ColumnChecks fields={fields} /> : null}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={isPersonal && mayPersonal}
          aria-disabled={!mayPersonal || undefined}
          aria-describedby={hint}
          onChange={({ currentTarget }) => setIsPersonal(mayPersonal && currentTarget.checked)}
        />
        <span>{words('personal.label')}</span>
        <span id={hint} className={styles.checkText}>
          {words(mayPersonal ? 'personal.text' : 'personal.notYours')}
        </span>
      </label>
    </>
  );
}

function ColumnChecks({
  fields: { chosen, offered, setChosen },
}: {
  readonly fields: ExportFields;
}) {
  const words = useTranslations('exports');
  const toggle = (column: ExportColumn, isChosen: boolean) =>
    // The order of the file is that of these boxes, whatever was ticked first.
    setChosen(offered.filter((known) => (known === column ? isChosen : chosen.includes(known))));
  return (
    <fieldset className={styles.columns}>
      <legend className="visually-hidden">{words('columnChoice.chooseLabel')}</legend>
      {offered.map((column) => (
        <label key={column} className={styles.check}>
          <input
            type="checkbox"
            checked={chosen.includes(column)}
            onChange={({ currentTarget }) => toggle(column, currentTarget.checked)}
          />
          <span>{words(`column.${column}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
