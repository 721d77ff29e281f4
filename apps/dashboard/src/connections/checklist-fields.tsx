import { useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { checklistItems } from './connection.ts';
import type { ConnectionFields } from './connection-fields.ts';
import styles from './connections.module.css';

/** What both documents of the gateway ask for before the first payment; ticked off by a person. */
export function ChecklistFields() {
  const words = useTranslations('connections');
  const { register } = useFormContext<ConnectionFields>();
  return (
    <>
      <p className={styles.hint}>{words('checklistText')}</p>
      <ul className={styles.checklist}>
        {checklistItems.map((item) => (
          <li key={item}>
            <label className={styles.check}>
              <input type="checkbox" {...register(`checklist.${item}`)} />
              <span>{words(`check.${item}`)}</span>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}
