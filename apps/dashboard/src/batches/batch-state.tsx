import { useTranslations } from 'use-intl';
import { Badge } from '../ui/badge.tsx';
import type { Batch } from './batch.ts';

const tones = {
  created: 'neutral',
  'handed-over': 'info',
  answered: 'success',
  'given-up': 'warning',
} as const;
const icons = {
  created: 'clock',
  'handed-over': 'half-disc',
  answered: 'check-disc',
  'given-up': 'slashed-ring',
} as const;

export function BatchState({ state }: Pick<Batch, 'state'>) {
  const words = useTranslations('batches.state');
  return (
    <Badge tone={tones[state]} icon={icons[state]}>
      {words(state)}
    </Badge>
  );
}
