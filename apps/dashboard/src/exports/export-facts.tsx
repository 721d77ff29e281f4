import { useTranslations } from 'use-intl';
import { CopyButton } from '../ui/copy-button.tsx';
import { useFormat } from '../ui/use-format.ts';
import { type Export, infoAddress } from './export.ts';
import styles from './exports.module.css';

const sums = ['authorized', 'captured', 'refunded', 'remaining'] as const;

/** What the file says about itself, so that it can be proved to be the one. */
export function ExportFacts({ made }: { readonly made: Export }) {
  const words = useTranslations('exports');
  const format = useFormat();
  const facts: readonly (readonly [string, string])[] = [
    [words('facts.merchant'), made.merchantName],
    [words('facts.asOf'), made.asOf === null ? '' : format.instant(made.asOf)],
    [words('facts.zone'), words('facts.zoneName')],
    ...made.figures.flatMap(({ currency, ...figures }) =>
      sums.map((name) => [words(`facts.${name}`), format.money(figures[name], currency)] as const),
    ),
    [words('facts.columns'), made.columns.map((name) => words(`column.${name}`)).join(', ')],
  ];
  return (
    <details className={styles.facts}>
      <summary>{words('facts.title')}</summary>
      <dl className={styles.pairs}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
        {made.sha256 === null ? null : (
          <div>
            <dt>{words('facts.sha256')}</dt>
            <dd>
              <code className={styles.digest}>{made.sha256}</code>
              <CopyButton text={made.sha256} what={words('facts.sha256')} />
            </dd>
          </div>
        )}
      </dl>
      {made.state === 'ready' ? (
        <a href={infoAddress(made.id)} download>
          {words('info')}
        </a>
      ) : null}
    </details>
  );
}
