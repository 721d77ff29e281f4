import { useTranslations } from 'use-intl';
import type { PlaceField } from '../lists/read-list-address.ts';
import type { StepField } from './step-search.ts';

const ownFields = ['kind', 'state', 'code', 'by', 'origin'] as const;
type Named = StepField | PlaceField | 'date' | 'amount';

/** What a filter of steps, or another part of their address, is called on the screen. */
export function useStepFieldName(): (field: Named) => string {
  const words = useTranslations('payments.steps');
  const filterWords = useTranslations('payments.filter');
  return (field) => {
    const own = ownFields.find((name) => name === field);
    return own === undefined
      ? filterWords(field as Exclude<Named, (typeof ownFields)[number]>)
      : words(`field.${own}`);
  };
}
