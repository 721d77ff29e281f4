import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { SearchProblem } from './payment-search.ts';

type SearchProblemsProps = {
  readonly problems: readonly SearchProblem[];
  readonly onDrop: () => void;
};

const longestShown = 60;

/** What of the address was not understood, and that the rest still applies. */
export function SearchProblems({ problems, onDrop }: SearchProblemsProps) {
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
              : words('problem', { field: words(field), value: shown })}
          </p>
        );
      })}
    </Notice>
  );
}
