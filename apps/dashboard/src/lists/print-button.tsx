import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import type { UsePrint } from './use-print.ts';

type PrintButtonProps = {
  readonly print: Pick<UsePrint<never>, 'isReading' | 'isFailed' | 'printList'>;
};

/** Prints what the filter finds, and says so when it could not be read. */
export function PrintButton({ print }: PrintButtonProps) {
  const words = useTranslations('payments.print');
  return (
    <>
      <Button size="small" isPending={print.isReading} onPress={print.printList}>
        {words('button')}
      </Button>
      {print.isFailed ? <span role="alert">{words('failed')}</span> : null}
    </>
  );
}
