import { useTranslations } from 'use-intl';
import { RadioCards } from '../ui/radio-cards.tsx';
import { Select } from '../ui/select.tsx';
import type { ExportFields } from './use-export-fields.ts';

/** Which payments; of which merchant, where there are several. */
export function ScopeFields({ fields }: { readonly fields: ExportFields }) {
  const words = useTranslations('exports');
  const { merchantId, merchants, scope, setMerchantId, setScope, wish } = fields;
  const count = wish?.paymentIds.length ?? 0;
  const kinds = [
    ...(count > 0 ? (['selected'] as const) : []),
    ...(wish === undefined ? [] : (['filtered'] as const)),
    'all' as const,
  ];
  return (
    <>
      {merchants.length > 1 ? (
        <Select
          label={words('merchant')}
          value={String(merchantId)}
          onChange={({ currentTarget }) => setMerchantId(Number(currentTarget.value))}
          options={merchants.map((known) => ({
            value: String(known.merchantId),
            label: known.merchantName,
          }))}
        />
      ) : null}
      <RadioCards
        label={words('scope.label')}
        value={scope}
        onChange={setScope}
        options={kinds.map((kind) => ({ value: kind, title: words(`scope.${kind}`, { count }) }))}
      />
    </>
  );
}
