import type { PaymentStatus } from 'paygate-payments';
import { useTranslations } from 'use-intl';
import { Badge, type Tone } from './badge.tsx';
import type { IconName } from './icon.tsx';

const looks: Record<PaymentStatus, { readonly tone: Tone; readonly icon: IconName }> = {
  awaiting: { tone: 'neutral', icon: 'hourglass' },
  processing: { tone: 'neutral', icon: 'dotted-ring' },
  authorized: { tone: 'info', icon: 'ring' },
  scheduled: { tone: 'info', icon: 'clock' },
  part_captured: { tone: 'info', icon: 'half-disc' },
  captured: { tone: 'success', icon: 'check-disc' },
  part_refunded: { tone: 'neutral', icon: 'arrow-back' },
  refunded: { tone: 'neutral', icon: 'arrow-disc' },
  reversed: { tone: 'neutral', icon: 'slashed-ring' },
  expired: { tone: 'danger', icon: 'struck-hourglass' },
  failed: { tone: 'danger', icon: 'octagon' },
  unknown: { tone: 'unknown', icon: 'diamond-question' },
};

/** The state of a payment in the closed vocabulary of twelve. */
export function StatusBadge({ status }: { readonly status: PaymentStatus }) {
  const words = useTranslations('ui.status');
  return <Badge {...looks[status]}>{words(status)}</Badge>;
}
