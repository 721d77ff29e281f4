import type { GatewayConnection } from './gateway-connection.ts';

/** The four things both seed documents ask a merchant to arrange before the first payment. */
export const checklistItems = ['swiss-seat', 'portal', 'provider', 'shop-uuid'] as const;
export type ChecklistItem = (typeof checklistItems)[number];
export type Checklist = Readonly<Record<ChecklistItem, boolean>>;
export const nothingChecked: Checklist = {
  'swiss-seat': false,
  portal: false,
  provider: false,
  'shop-uuid': false,
};

/** A connection as it is stored: both keys sealed. Instants are milliseconds UTC. */
export type ConnectionRow = Omit<GatewayConnection, 'credentials'> & {
  readonly cipherKey: Uint8Array;
  readonly macKey: Uint8Array;
  readonly keysSetAt: number;
  readonly checklist: Checklist;
  /** Rises with every change; a save names the version it was based on. */
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
};
