import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { AddressProblem } from './address-reader.ts';

type SearchProblemsProps<Field extends string> = {
  readonly problems: readonly AddressProblem<Field>[];
  /** What a field of the address is called on the screen. */
  readonly nameOf: (field: Field) => string;
  readonly onDrop: () => void;
};

const longestShown = 60;

/** What of the address was not understood, and that the rest still applies. */
export function SearchProblems<Field extends string>({
  problems,
  nameOf,
  onDrop,
}: SearchProblemsProps<Field>) {
  const words = useTranslations('payments.filter');
  if (problems.length === 0) return null;
  return (
    <Notice
      tone="warning"
      role="status"
      title={words('problemsTitle')}
      actions={
        <Button size="small" onPress={onDrop}>
          {words('problemsDone')}
        </Button>
      }
    >
      {problems.map(({ field, value }) => {
        const shown = value.length > longestShown ? `${value.slice(0, longestShown)}…` : value;
        return (
          <p key={`${field} ${value}`}>
            {field === null
              ? words('problemUnknown', { value: shown })
              : words('problem', { field: nameOf(field), value: shown })}
          </p>
        );
      })}
    </Notice>
  );
}
