import { useTranslations } from 'use-intl';
import { FilterChoiceChip } from './filter-choice-chip.tsx';

type FilterMerchantChipProps = {
  readonly text: string | null;
  readonly merchants: readonly { readonly merchantId: number; readonly merchantName: string }[];
  readonly chosen: number | undefined;
  /** Undefined: the filter goes away. */
  readonly onChoose: (merchantId: number | undefined) => void;
};

/** One merchant of those that a person works for. */
export function FilterMerchantChip({ text, merchants, chosen, onChoose }: FilterMerchantChipProps) {
  const words = useTranslations('payments.filter');
  return (
    <FilterChoiceChip
      name={words('merchant')}
      text={text}
      options={merchants.map(({ merchantId, merchantName }) => ({
        value: String(merchantId),
        label: merchantName,
      }))}
      chosen={chosen === undefined ? [] : [String(chosen)]}
      isSingle
      onChoose={([id]) => onChoose(id === undefined ? undefined : Number(id))}
    />
  );
}
