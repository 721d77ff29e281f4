import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { ExportDefinition } from './export.ts';
import styles from './exports.module.css';
import { useExportError } from './use-export-error.ts';

/** How many rows and about how large, counted by the server for exactly this definition. */
export function ExportEstimate({ definition }: { readonly definition: ExportDefinition }) {
  const words = useTranslations('exports');
  const textOf = useExportError();
  const format = useFormat();
  const trpc = useTRPC();
  const { data, error } = useQuery(
    trpc.exports.estimate.queryOptions(definition, { placeholderData: keepPreviousData }),
  );
  if (error !== null) return <Notice tone="danger">{textOf(error)}</Notice>;
  if (data === undefined) return <p className={styles.estimate}>{words('estimate.counting')}</p>;
  const { bytes, filter, rows } = data;
  return (
    <div className={styles.estimate}>
      <p>
        {rows === null || bytes === null
          ? words('estimate.tooMany')
          : rows === 0
            ? words('estimate.none')
            : words('estimate.result', {
                rows: words('rows', { count: rows, shown: format.count(rows) }),
                size: format.bytes(bytes),
              })}
      </p>
      <p className={styles.detail}>
        <bdi lang={definition.language}>{filter}</bdi>
      </p>
    </div>
  );
}
