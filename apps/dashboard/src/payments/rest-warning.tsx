import { useTranslations } from 'use-intl';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';

type RestWarningProps = {
  /** What the step would leave, in minor units: above 0 and below the minimum. */
  readonly rest: number;
  readonly minimum: number;
  readonly currency: string;
};

/** Said before sending: what is left below the minimum can never be moved again. */
export function RestWarning({ rest, minimum, currency }: RestWarningProps) {
  const words = useTranslations('payments.form');
  const format = useFormat();
  return (
    <Notice tone="warning" role="status">
      {words('belowMinimum', {
        rest: format.money(rest, currency),
        minimum: format.money(minimum, currency),
      })}
    </Notice>
  );
}
