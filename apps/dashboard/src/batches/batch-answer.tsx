import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { bringAnswer } from '../app/bring-answer.ts';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { FileField } from '../ui/file-field.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { BatchDetail } from './batch.ts';
import { BatchDifference } from './batch-difference.tsx';
import styles from './batches.module.css';
import { useBatchError } from './use-batch-error.ts';

/** The documents write their fields with a capital; what has none is the line, or the file, as a whole. */
const isNamed = (field: string): boolean => /^[A-Z]/.test(field);

/** Brings the answer of a file, and shows what every one that was brought would change. */
export function BatchAnswer({ file }: { readonly file: BatchDetail }) {
  const words = useTranslations('batches');
  const format = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const textOf = useBatchError();
  const [shown, setShown] = useState<string | null>(null);
  const bring = useMutation({
    mutationFn: (answer: File) => bringAnswer(file.id, answer),
    onSuccess: async ({ answerId }) => {
      setShown(answerId);
      await queryClient.invalidateQueries(trpc.batches.pathFilter());
    },
  });
  // The same bytes again are the answer that was brought before, however far below that stood.
  const ordered = file.answers.toSorted(
    (one, other) => Number(other.id === shown) - Number(one.id === shown),
  );
  return (
    <section className={styles.section} aria-label={words('answerTitle')}>
      <h2>{words('answerTitle')}</h2>
      <FileField
        label={words('answerFile')}
        dropText={words('dropText')}
        accept=".dat"
        error={textOf(bring.error) ?? undefined}
        onFile={(answer) => bring.mutate(answer)}
      />
      {ordered.map((answer) => (
        <div key={answer.id} className={styles.panel}>
          <p>
            <bdi>{answer.name}</bdi> ·{' '}
            {words('brought', { who: answer.by, when: format.instant(answer.uploadedAt) })}
          </p>
          {answer.problem === null ? null : (
            <Notice tone="danger" role={shown === answer.id ? 'alert' : 'status'}>
              <p>
                {isNamed(answer.problem.field)
                  ? words('wrong', { line: answer.problem.line, field: answer.problem.field })
                  : words('wrongLine', { line: answer.problem.line })}{' '}
                {words(`answerProblem.${answer.problem.problem}`)} {words('nothingApplied')}
              </p>
              <pre className={styles.lines}>
                <code>{answer.problem.text}</code>
              </pre>
            </Notice>
          )}
          {answer.problem === null && (shown === answer.id || answer.isApplied) ? (
            <BatchDifference answerId={answer.id} />
          ) : null}
          {answer.problem === null && shown !== answer.id && !answer.isApplied ? (
            <Button onPress={() => setShown(answer.id)}>{words('showDifference')}</Button>
          ) : null}
        </div>
      ))}
    </section>
  );
}
