import type { en } from './en.ts';

/** Every text of the product, by feature. English decides which there are. */
export type Messages = typeof en;

declare module 'use-intl' {
  interface AppConfig {
    Messages: Messages;
  }
}
