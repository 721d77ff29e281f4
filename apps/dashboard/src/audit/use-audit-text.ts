import { refusals } from 'paygate-payments';
import { useTranslations } from 'use-intl';
import { isOwn } from '../ui/is-own.ts';
import { useFormat } from '../ui/use-format.ts';
import type { AuditLine } from './audit.ts';

/** Every action that has words. Another one is shown by its name. */
const known = {
  'signed-in': true,
  'signed-out': true,
  'sign-in-failed': true,
  denied: true,
  'capture-requested': true,
  'reversal-requested': true,
  'credit-requested': true,
  'capture-refused': true,
  'reversal-refused': true,
  'credit-refused': true,
  captured: true,
  reversed: true,
  credited: true,
  lapsed: true,
  'external-capture': true,
  'external-credit': true,
  'external-reversal': true,
  'operation-declined': true,
  'operation-unknown': true,
  'operation-not-executed': true,
  'operation-cancelled': true,
  'operation-review': true,
  'review-proposed': true,
  'review-withdrawn': true,
  'review-confirmed': true,
  'several-captures-proposed': true,
  'connection-created': true,
  'connection-changed': true,
  'connection-tested': true,
  'person-invited': true,
  'person-changed': true,
  'person-removed': true,
  'admin-invited': true,
  'invite-renewed': true,
  'callback-processed-again': true,
  'forward-repeated': true,
  'forward-given-up': true,
  'figures-accepted': true,
  'view-saved': true,
  'view-removed': true,
  'note-added': true,
  'note-edited': true,
  reimbursed: true,
  'export-created': true,
  'export-made': true,
  'batch-created': true,
  'batch-handed-over': true,
  'batch-fetched': true,
  'batch-given-up': true,
  'batch-answer-received': true,
  'batch-answer-refused': true,
  'batch-answer-applied': true,
  'batch-settings-changed': true,
  'export-downloaded': true,
  'report-exported': true,
  'export-stopped': true,
  'export-removed': true,
  'import-created': true,
  'import-paused': true,
  'import-resumed': true,
  'import-stopped': true,
  'import-paced': true,
  'import-finished': true,
  'statement-imported': true,
  'statement-compared': true,
  'statement-removed': true,
  'items-accepted': true,
  'item-noted': true,
  'answer-about-another': true,
  'link-created': true,
  'link-mailed': true,
  'link-withdrawn': true,
  'shop-key-made': true,
  'shop-key-rotated': true,
  'shop-key-revoked': true,
  'webhook-changed': true,
  'webhook-secret-renewed': true,
  'webhook-repeated': true,
  'webhook-given-up': true,
  'audit-verified': true,
} as const;

const kinds = {
  payment: true,
  user: true,
  connection: true,
  callback: true,
  export: true,
  import: true,
  view: true,
  statement: true,
  merchant: true,
  report: true,
} as const;

/** The words for what was done, how much it was about, and what it was done to. */
export function useAuditText() {
  const words = useTranslations('audit');
  const refusalWords = useTranslations('errors.refusal');
  const format = useFormat();
  return {
    action: (action: string): string =>
      isOwn(known, action) ? words(`action.${action}`) : words('action.other', { action }),
    amount: ({ details }: AuditLine): string | null =>
      typeof details.amount === 'number' ? format.money(details.amount) : null,
    /** Why our rules said no. */
    why: ({ details }: AuditLine): string | null => {
      const refusal = refusals.find((one) => one === details.refusal);
      if (refusal === undefined) return null;
      const money = (value: unknown) => format.money(typeof value === 'number' ? value : 0);
      const { max, min, limit } = details;
      return refusalWords(refusal, { max: money(max), min: money(min), limit: money(limit) });
    },
    subject: (subject: string): string => {
      const kind = subject.split(':')[0] ?? '';
      return isOwn(kinds, kind)
        ? words(`subjectKind.${kind}`)
        : words('subjectKind.other', { kind });
    },
  };
}
