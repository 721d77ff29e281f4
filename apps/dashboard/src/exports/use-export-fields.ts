import { useState } from 'react';
import type { ExportColumn, ExportWish } from '../app/export-wish.ts';
import { useSession } from '../app/session.tsx';
import { useFormat } from '../ui/use-format.ts';
import { personalColumns, plainColumns, shownColumns } from './column-order.ts';
import type { ExportDefinition, ExportFormat } from './export.ts';

export type ScopeKind = ExportDefinition['scope']['kind'];
export type ColumnChoice = 'shown' | 'all' | 'chosen';
export type ExportFields = ReturnType<typeof useExportFields>;

const languages = ['en', 'de', 'fr', 'it'] as const;

/** What stands in the dialog, and the definition it makes; null while no column is chosen. */
export function useExportFields(wish: ExportWish | undefined) {
  const { merchantsWith } = useSession();
  const { lang } = useFormat();
  const merchants = merchantsWith('export');
  const shown = shownColumns(wish);
  const offered = plainColumns(shown);
  const [merchantId, setMerchantId] = useState(merchants[0]?.merchantId ?? 0);
  const [scope, setScope] = useState<ScopeKind>(firstScope(wish));
  const [choice, setChoice] = useState<ColumnChoice>('shown');
  const [chosen, setChosen] = useState<readonly ExportColumn[]>(shown);
  const [isPersonal, setIsPersonal] = useState(false);
  const [format, setFormat] = useState<ExportFormat>('xlsx');

  const mayPersonal = merchantsWith('export-personal').some(
    (known) => known.merchantId === merchantId,
  );
  const plain = { shown, all: offered, chosen }[choice];
  const columns = [...plain, ...(isPersonal && mayPersonal ? personalColumns : [])];
  const definition: ExportDefinition | null =
    columns.length === 0
      ? null
      : {
          merchantId,
          scope: toScope(scope, wish),
          columns,
          format,
          language: languages.find((known) => known === lang) ?? 'en',
        };

  return {
    wish,
    merchants,
    merchantId,
    setMerchantId,
    scope,
    setScope,
    choice,
    setChoice,
    offered,
    chosen,
    setChosen,
    isPersonal,
    setIsPersonal,
    mayPersonal,
    format,
    setFormat,
    definition,
  };
}

function firstScope(wish: ExportWish | undefined): ScopeKind {
  if (wish === undefined) return 'all';
  return wish.paymentIds.length > 0 ? 'selected' : 'filtered';
}

function toScope(kind: ScopeKind, wish: ExportWish | undefined): ExportDefinition['scope'] {
  if (kind === 'filtered') return { kind, filter: wish?.filter ?? {} };
  return kind === 'selected' ? { kind, paymentIds: [...(wish?.paymentIds ?? [])] } : { kind };
}
