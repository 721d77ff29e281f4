import { useTranslations } from 'use-intl';
import { Badge } from '../ui/badge.tsx';
import type { HistoryImport, LineState } from './import.ts';

const tones = { running: 'info', paused: 'warning', done: 'success', stopped: 'neutral' } as const;
const icons = {
  running: 'half-disc',
  paused: 'clock',
  done: 'check-disc',
  stopped: 'slashed-ring',
} as const;

export function ImportState({ state }: Pick<HistoryImport, 'state'>) {
  const words = useTranslations('imports.state');
  return (
    <Badge tone={tones[state]} icon={icons[state]}>
      {words(state)}
    </Badge>
  );
}

const lineTones: Record<LineState, 'success' | 'neutral' | 'info' | 'danger' | 'warning'> = {
  waiting: 'info',
  imported: 'success',
  known: 'neutral',
  malformed: 'danger',
  duplicate: 'warning',
  foreign: 'danger',
  'not-found': 'danger',
  empty: 'neutral',
  conflict: 'danger',
  unreadable: 'warning',
};
const lineIcons = {
  success: 'check-disc',
  neutral: 'info',
  info: 'clock',
  danger: 'octagon',
  warning: 'triangle',
} as const;

export function LineStateBadge({ state }: { readonly state: LineState }) {
  const words = useTranslations('imports.lineState');
  const tone = lineTones[state];
  return (
    <Badge tone={tone} icon={lineIcons[tone]}>
      {words(state)}
    </Badge>
  );
}
