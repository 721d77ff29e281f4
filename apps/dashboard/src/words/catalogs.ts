import type { LangChoice } from './lang.ts';
import type { Messages } from './messages.ts';
import { pseudonymize } from './pseudo.ts';

const loaders: Record<LangChoice, () => Promise<Messages>> = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
  fr: async () => (await import('./fr.ts')).fr,
  it: async () => (await import('./it.ts')).it,
  pseudo: async () => pseudonymize((await import('./en.ts')).en),
};

/** The texts of one language; the others are not loaded. */
export function loadCatalog(choice: LangChoice): Promise<Messages> {
  return loaders[choice]();
}
