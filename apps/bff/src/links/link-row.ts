import type { PageLanguage } from 'paygate-core/operations';
import type { CaptureMode, LinkStanding, LinkState } from './link.ts';

/** A link as `standingColumns` selects it. */
export type LinkRow = {
  readonly id: string;
  readonly merchant_id: number;
  readonly connection_id: string;
  readonly token: string;
  readonly origin: string;
  readonly amount: number;
  readonly ref_nr: string | null;
  readonly order_desc: string;
  readonly language: PageLanguage;
  readonly capture: CaptureMode;
  readonly capture_hours: number | null;
  readonly user_data: string | null;
  readonly plain: string | null;
  readonly custom: string | null;
  readonly valid_until: Date;
  readonly for_payment_id: string | null;
  readonly created_by: string;
  readonly created_at: Date;
  readonly opened: number;
  readonly opened_at: Date | null;
  readonly withdrawn_at: Date | null;
  readonly attempts: number;
  readonly busy_since: Date | null;
  readonly notify_delay_ms: number;
  readonly paid_payment_id: string | null;
  readonly paid_times: number;
  readonly state: LinkState;
  readonly by_name: string | null;
};

/** Reads a row of `standingColumns`. */
export function toLink(row: LinkRow): LinkStanding {
  const busySince = row.busy_since?.getTime() ?? null;
  return {
    id: row.id,
    merchantId: row.merchant_id,
    connectionId: row.connection_id,
    token: row.token,
    origin: row.origin,
    amount: row.amount,
    refNr: row.ref_nr,
    orderDesc: row.order_desc,
    language: row.language,
    capture: row.capture,
    captureHours: row.capture_hours,
    userData: row.user_data,
    plain: row.plain,
    custom: row.custom,
    validUntil: row.valid_until.getTime(),
    forPaymentId: row.for_payment_id,
    createdBy: row.created_by,
    createdAt: row.created_at.getTime(),
    state: row.state,
    opened: row.opened,
    openedAt: row.opened_at?.getTime() ?? null,
    withdrawnAt: row.withdrawn_at?.getTime() ?? null,
    attempts: row.attempts,
    busySince,
    againAt: busySince === null ? null : busySince + row.notify_delay_ms,
    paidPaymentId: row.paid_payment_id,
    paidTimes: row.paid_times,
    byName: row.by_name ?? '',
  };
}
