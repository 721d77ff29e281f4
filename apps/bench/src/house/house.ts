import type { Deps } from 'paygate-bff/src/deps.ts';
import type { DeskClient } from './desk-client.ts';
import type { DeskProcess } from './desk-process.ts';

/** The running product over a filled database, and ways into it. */
export type House = {
  readonly desk: DeskProcess;
  /** Signed in as the demo's manager. */
  readonly manager: DeskClient;
  /** The same database from this process: what is held against the product goes this way. */
  readonly deps: Deps;
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly dataDir: string;
  readonly payments: number;
};
