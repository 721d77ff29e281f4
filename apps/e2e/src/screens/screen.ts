import type { Page } from '@playwright/test';
import type { Account } from '../desk/account.ts';
import type { Made } from './made.ts';

/** One screen, or one dialog over a screen. Elements are found by what no language changes. */
export type Screen = {
  /** The name of its picture. */
  readonly name: string;
  /** Who looks; null: nobody is signed in. */
  readonly account: Account | null;
  readonly path: string | ((made: Made) => string);
  /** The CSS selector of what is there once everything has been loaded. */
  readonly ready: string;
  /** What a person opens or breaks on it. */
  readonly open?: (page: Page) => Promise<void>;
};
