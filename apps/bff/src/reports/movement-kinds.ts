/** What a fact counts as in a report; `report_movements` says which fact is which. */
export const movementKinds = [
  'authorized',
  'captured',
  'refunded',
  'reimbursed',
  'reversed',
  'closed',
  'expired',
  'failed',
  'abandoned',
  'declined',
] as const;
export type MovementKind = (typeof movementKinds)[number];

export const figureNames = [
  'captured',
  'refunded',
  'reimbursed',
  'released',
  'expired',
  'net',
  'authorized',
  'failed',
  'abandoned',
  'declined',
] as const;
export type FigureName = (typeof figureNames)[number];

/** The kinds a figure is made of. Net is captured less refunded. */
export function kindsOf(figure: FigureName): readonly MovementKind[] {
  if (figure === 'net') return ['captured', 'refunded'];
  if (figure === 'released') return ['reversed', 'closed'];
  return [figure];
}

const eventTypes: Readonly<Record<MovementKind, readonly string[]>> = {
  authorized: ['authorized'],
  captured: ['captured', 'external-capture'],
  refunded: ['credited', 'external-credit'],
  reimbursed: ['reimbursed'],
  reversed: ['reversed', 'external-reversal'],
  closed: ['captured'],
  expired: ['lapsed'],
  failed: ['failed'],
  abandoned: ['abandoned'],
  declined: ['operation-declined'],
};

/** The types of facts that can count as one of these kinds. */
export function eventTypesOf(kinds: readonly MovementKind[]): readonly string[] {
  return [...new Set(kinds.flatMap((kind) => eventTypes[kind]))];
}
