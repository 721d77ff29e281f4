import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';

type NewerRowsProps = {
  readonly list: {
    readonly isBegun: boolean;
    readonly hasPrevious: boolean;
    readonly isLoadingPrevious: boolean;
    readonly loadPrevious: () => Promise<unknown>;
    readonly beginAnew: () => Promise<unknown>;
  };
  /** A grid reads on upwards by itself while it is scrolled. */
  readonly isGrid: boolean;
};

/** What lies above the rows: it arrived while somebody worked in them, or before the place that was asked for. */
export function NewerRows({ list, isGrid }: NewerRowsProps) {
  const words = useTranslations('payments.list');
  if (!list.hasPrevious || (isGrid && !list.isBegun)) return null;
  if (!list.isBegun) {
    return (
      <Button
        size="small"
        isPending={list.isLoadingPrevious}
        onPress={() => void list.loadPrevious()}
      >
        {words('before')}
      </Button>
    );
  }
  return (
    <Button size="small" onPress={() => void list.beginAnew()}>
      {words('newer')}
    </Button>
  );
}
