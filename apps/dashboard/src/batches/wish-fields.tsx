import { useTranslations } from 'use-intl';
import { refundReasons } from '../app/refund-reasons.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { BatchWish } from './batch.ts';
import styles from './batches.module.css';
import { type CreditReason, useBatchKinds, type WishTyped } from './use-batch-wish.ts';

type WishFieldsProps = {
  readonly typed: WishTyped;
  readonly connections: readonly { readonly connection: string; readonly label: string }[];
  readonly from: BatchWish['scope'];
  readonly isFromList: boolean;
  /** Whether the amounts of the refunds are asked for already. */
  readonly hasAmounts: boolean;
  readonly onChange: (some: Partial<WishTyped>) => void;
};

/** Which connection's file, what it orders, and of refunds why. */
export function WishFields(props: WishFieldsProps) {
  const { typed, connections, from, isFromList, hasAmounts, onChange } = props;
  const words = useTranslations('batches');
  const reasonWords = useTranslations('payments.reason');
  const kinds = useBatchKinds();
  const source =
    from.kind === 'selected'
      ? words('selected', { count: from.lines.length })
      : words(isFromList ? 'filtered' : 'allPossible');
  return (
    <>
      <Select
        label={words('connection')}
        value={typed.connection}
        options={[
          ...(typed.connection === '' ? [{ value: '', label: words('chooseConnection') }] : []),
          ...connections.map(({ connection: value, label }) => ({ value, label })),
        ]}
        onChange={({ target }) => onChange({ connection: target.value })}
      />
      <Select
        label={words('what')}
        hint={source}
        value={typed.kind}
        options={kinds.map((kind) => ({ value: kind, label: words(`kind.${kind}`) }))}
        onChange={({ target }) => onChange({ kind: target.value as BatchWish['kind'] })}
      />
      {typed.kind === 'credit' ? (
        <>
          {hasAmounts ? null : (
            <p className={styles.detail}>
              {words(from.kind === 'selected' ? 'partsAfterCheck' : 'partsOfSelection')}
            </p>
          )}
          <Select
            label={words('reason')}
            value={typed.reason}
            options={refundReasons.map((value) => ({ value, label: reasonWords(value) }))}
            onChange={({ target }) => onChange({ reason: target.value as CreditReason })}
          />
          <TextField
            label={words('note')}
            value={typed.note}
            maxLength={500}
            onChange={({ target }) => onChange({ note: target.value })}
          />
        </>
      ) : null}
    </>
  );
}
