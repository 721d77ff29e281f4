import { plainAmount } from '../exports/show.ts';
import { importStatement } from '../reconciliation/import-statement.ts';
import { previewStatement } from '../reconciliation/preview-statement.ts';
import { swissDay } from '../reports/swiss-time.ts';
import { keepUpload } from '../uploads/keep-upload.ts';
import { type CapturedInDemo, hasStatements, newestCaptures } from './demo-statement-store.ts';
import type { Stage } from './play-step.ts';

const LINES = 12;
/** A fee of 1.3 %, in minor units. */
const feeOf = (amount: number): number => Math.round((amount * 13) / 1000);

/**
 * The manager reconciles a statement about the newest captures, with a difference of several kinds in
 * it. Done before, it is left alone.
 */
export async function reconcileStatement({ deps, staff }: Stage): Promise<void> {
  const { read } = deps.database;
  if (await hasStatements(read)) return;
  const captures = await newestCaptures(read, LINES);
  if (captures.length < LINES) return;
  const text = ['PayID;Bestellung;Datum;Betrag;Gebühr', ...linesOf(captures)].join('\r\n');
  const { manager } = staff;
  const file = { merchantId: 1, name: 'twint-abrechnung.csv', body: Buffer.from(text) };
  const { uploadId } = await keepUpload(deps, manager, file);
  const reconciling = { person: manager, memberships: manager.memberships };
  const { format, from, to } = await previewStatement(deps, reconciling, {
    uploadId,
    format: null,
  });
  if (from === null || to === null) return;
  await importStatement(deps, reconciling, {
    uploadId,
    format,
    connection: null,
    from,
    to,
    dayKind: 'twint',
    saveAs: 'TWINT CSV',
  });
}

/** One is left out, two have another amount, one is nobody's, and one never came about. */
function linesOf(captures: readonly CapturedInDemo[]): readonly string[] {
  const line = (one: CapturedInDemo, amount: number) =>
    [
      one.payId,
      one.refNr,
      swissDay(one.at.getTime()).split('-').reverse().join('.'),
      plainAmount(amount),
      plainAmount(feeOf(one.amount)),
    ].join(';');
  const told = captures.flatMap((one, at) => {
    if (at === 4) return [];
    if (at === 5) return [line(one, one.amount - feeOf(one.amount))];
    return [line(one, at === 6 ? Math.round(one.amount / 2) : one.amount)];
  });
  const day = swissDay(captures[0]?.at.getTime() ?? 0)
    .split('-')
    .reverse()
    .join('.');
  return [
    ...told,
    `${'9f'.repeat(16)};B-77120;${day};64.90;0.84`,
    `${'8e'.repeat(16)};B-77121;01.01.1970 01:00:00;0.00;0.12`,
  ];
}
