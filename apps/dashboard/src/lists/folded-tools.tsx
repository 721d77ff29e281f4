import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Folded } from '../ui/folded.tsx';

type FoldedToolsProps = {
  /** How many filters are set. */
  readonly filters: number;
  readonly children: ReactNode;
};

/** What stands above a list. */
export function FoldedTools({ filters, children }: FoldedToolsProps) {
  const words = useTranslations('payments.filter');
  return <Folded summary={words('fold', { count: filters })}>{children}</Folded>;
}
