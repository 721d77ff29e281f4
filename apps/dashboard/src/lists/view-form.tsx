import { type SubmitEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { toFailure } from '../app/failure.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import forms from './filters.module.css';

type ViewFormProps = {
  readonly name: string;
  readonly isTeam: boolean;
  /** Whether it can be chosen who sees the view. */
  readonly mayShare: boolean;
  readonly submit: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSave: (named: { readonly name: string; readonly isTeam: boolean }) => void;
};

const longest = 60;

/** The name of a view, and who sees it. */
export function ViewForm(props: ViewFormProps) {
  const words = useTranslations('payments.savedViews');
  const errorText = useErrorText();
  const [name, setName] = useState(props.name);
  const [isTeam, setIsTeam] = useState(props.isTeam);
  const [problem, setProblem] = useState<'empty' | 'tooLong' | null>(null);
  const refused = problemOf(props.error);

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const { length } = name.trim();
    const found = length === 0 ? 'empty' : length > longest ? 'tooLong' : null;
    setProblem(found);
    if (found === null) props.onSave({ name: name.trim(), isTeam });
  };

  return (
    <form className={forms.form} onSubmit={save} noValidate>
      <TextField
        label={words('name')}
        error={
          problem !== null
            ? words(problem, { most: longest })
            : refused !== null
              ? words(refused)
              : undefined
        }
        autoComplete="off"
        value={name}
        onChange={({ target }) => {
          setName(target.value);
          setProblem(null);
        }}
      />
      {props.mayShare ? (
        <label className={forms.choice}>
          <input
            type="checkbox"
            checked={isTeam}
            onChange={({ target }) => setIsTeam(target.checked)}
          />
          {words('forTeam')}
        </label>
      ) : null}
      {props.error === null || refused !== null ? null : (
        <Notice tone="danger" role="alert">
          {errorText(props.error)}
        </Notice>
      )}
      <Button type="submit" tone="primary" isPending={props.isPending}>
        {props.submit}
      </Button>
    </form>
  );
}

/** What is wrong with a name, as only the server can know. */
function problemOf(error: unknown): 'taken' | 'tooMany' | null {
  if (error === null) return null;
  const failure = toFailure(error);
  if (failure.type !== 'bad-input') return null;
  const found = failure.fields.find(({ field }) => field === 'name')?.problem;
  if (found === 'taken') return 'taken';
  return found === 'too-many' ? 'tooMany' : null;
}
