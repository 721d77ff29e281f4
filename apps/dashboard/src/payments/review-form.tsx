import { type FormEvent, useRef } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFormat } from '../ui/use-format.ts';
import { ErrorSummary } from './error-summary.tsx';
import styles from './money-form.module.css';
import type { Operation } from './payment.ts';
import { noteMaxLength } from './refund-rules.ts';
import { rulesResolver } from './rules-resolver.ts';

const verdicts = ['executed', 'not-executed'] as const;
type Verdict = (typeof verdicts)[number];
type ReviewFields = { readonly verdict: Verdict | null; readonly reason: string };

type ReviewFormProps = {
  readonly operation: Operation;
  readonly isPending: boolean;
  readonly onSubmit: (found: { readonly verdict: Verdict; readonly reason: string }) => void;
};

/** What became of the step, and what proves it. No verdict is preselected. */
export function ReviewForm({ operation, isPending, onSubmit }: ReviewFormProps) {
  const words = useTranslations('payments.review');
  const format = useFormat();
  const body = useRef<HTMLDivElement>(null);
  const amount = format.money(operation.amount, operation.currency);
  const { control, handleSubmit, formState, register } = useForm<ReviewFields>({
    defaultValues: { verdict: null, reason: '' },
    shouldFocusError: false,
    resolver: rulesResolver(problemsOf),
  });
  const { reason = '' } = useWatch({ control });
  const { errors, submitCount } = formState;
  const texts = {
    verdict: errors.verdict && words('verdictMissing'),
    reason: errors.reason && words(reason.trim() === '' ? 'reasonMissing' : 'reasonLong'),
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void handleSubmit((fields) => {
      if (fields.verdict === null) return;
      onSubmit({ verdict: fields.verdict, reason: fields.reason.trim() });
    })();
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div ref={body} className={styles.fields}>
        <ErrorSummary
          errors={Object.entries(texts).flatMap(([field, text]) => (text ? { field, text } : []))}
          attempt={submitCount}
          form={body}
        />
        <div data-field="verdict">
          <Controller
            control={control}
            name="verdict"
            render={({ field }) => (
              <RadioCards
                label={words('question')}
                value={field.value}
                onChange={field.onChange}
                error={texts.verdict}
                options={verdicts.map((value) => ({
                  value,
                  title: words(`verdict.${value}`),
                  text: words(`effect.${value}.${operation.kind}`, { amount }),
                }))}
              />
            )}
          />
        </div>
        <div data-field="reason">
          <TextField
            {...register('reason')}
            label={words('reason')}
            hint={words('reasonHint')}
            error={texts.reason}
            counter={`${reason.length} / ${noteMaxLength}`}
            autoComplete="off"
          />
        </div>
        <p>{words('proposeHint')}</p>
        <div>
          <Button type="submit" tone="primary" isPending={isPending}>
            {words('propose')}
          </Button>
        </div>
      </div>
    </form>
  );
}

function problemsOf({ verdict, reason }: ReviewFields) {
  const length = reason.trim().length;
  return {
    ...(verdict === null && { verdict: 'required' }),
    ...((length === 0 || length > noteMaxLength) && { reason: 'length' }),
  };
}
