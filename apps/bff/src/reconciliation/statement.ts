import type { SettlementItem, StatedTotals, Totals } from 'paygate-payments';
import type { DayKind } from '../reports/swiss-time.ts';
import type { StatementFormat } from './statement-format.ts';

/** A statement that was imported. Instants ms UTC; `until` is not part of it. */
export type Statement = {
  readonly id: string;
  readonly merchantId: number;
  /** Null: of all connections of the merchant. */
  readonly connectionId: string | null;
  readonly createdAt: number;
  readonly name: string;
  readonly sha256: string;
  readonly format: StatementFormat;
  readonly from: number;
  readonly until: number;
  readonly dayKind: DayKind;
  readonly stated: StatedTotals;
  readonly added: Totals;
  readonly skipped: number;
  readonly comparedAt: number;
};

export type StatementKey = Pick<Statement, 'merchantId' | 'id'>;

/** What a comparison found, as a person has dealt with it. */
export type StoredItem = SettlementItem & {
  readonly number: number;
  readonly acceptedAt: number | null;
  readonly acceptedBy: string | null;
  readonly note: string;
};
