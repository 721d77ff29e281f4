import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '../ui/badge.tsx';
import type { IconName } from '../ui/icon.tsx';
import type { LinkState } from './link.ts';

const looks: Record<LinkState, { readonly tone: Tone; readonly icon: IconName }> = {
  open: { tone: 'neutral', icon: 'ring' },
  scanned: { tone: 'info', icon: 'dotted-ring' },
  paid: { tone: 'success', icon: 'check-disc' },
  expired: { tone: 'neutral', icon: 'struck-hourglass' },
  withdrawn: { tone: 'neutral', icon: 'slashed-ring' },
  abandoned: { tone: 'warning', icon: 'triangle' },
};

/** The state of a payment link. */
export function LinkBadge({ state }: { readonly state: LinkState }) {
  const words = useTranslations('links');
  return <Badge {...looks[state]}>{words(`stateName.${state}`)}</Badge>;
}
