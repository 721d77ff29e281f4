import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';
import { type ImportPreview, lineStates } from './import.ts';
import styles from './imports.module.css';
import { useLineText } from './use-line-text.ts';

type ImportPreviewPanelProps = {
  readonly preview: ImportPreview;
  readonly perSecond: number;
  readonly isPending: boolean;
  readonly onStart: () => void;
};

/** What would become of the list: how many are asked about, and what is wrong with the others. */
export function ImportPreviewPanel({
  preview,
  perSecond,
  isPending,
  onStart,
}: ImportPreviewPanelProps) {
  const words = useTranslations('imports');
  const format = useFormat();
  const lineText = useLineText();
  const { counts, encoding, lines, problems, undated } = preview;
  const faulty = lines - counts.waiting;
  const reason =
    counts.waiting === 0
      ? words('nothingToAsk')
      : undated > 0
        ? words('undated', { count: undated })
        : null;
  return (
    <section className={styles.panel} aria-labelledby="import-preview">
      <h2 id="import-preview">{words('previewTitle')}</h2>
      <p role="status">
        {words('previewText', {
          lines: format.count(lines),
          waiting: format.count(counts.waiting),
          minutes: Math.ceil(counts.waiting / perSecond / 60),
        })}{' '}
        <span className={styles.detail}>{words('readAs', { encoding: `${encoding}` })}</span>
      </p>
      {faulty === 0 ? null : (
        <Notice tone="warning" title={words('faulty', { count: faulty })}>
          <ul>
            {lineStates
              .filter((state) => state !== 'waiting' && counts[state] > 0)
              .map((state) => (
                <li key={state}>
                  {words(`lineState.${state}`)}: {format.count(counts[state])}
                </li>
              ))}
          </ul>
          <p>{words('faultyText')}</p>
        </Notice>
      )}
      {problems.length === 0 ? null : (
        <div className={styles.box}>
          <table className={styles.table}>
            <caption className="visually-hidden">{words('faulty', { count: faulty })}</caption>
            <thead>
              <tr>
                <th scope="col">{words('line')}</th>
                <th scope="col">{words('problem')}</th>
                <th scope="col">{words('asWritten')}</th>
              </tr>
            </thead>
            <tbody>
              {problems.map((line) => (
                <tr key={line.line}>
                  <th scope="row" className={styles.line}>
                    {words('lineNumber', { line: line.line })}
                  </th>
                  <td>{lineText(line)}</td>
                  <td>
                    <code className={styles.raw}>{line.raw}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={styles.actions}>
        <Button tone="primary" reason={reason} isPending={isPending} onPress={onStart}>
          {words('start', { count: counts.waiting })}
        </Button>
      </div>
    </section>
  );
}
