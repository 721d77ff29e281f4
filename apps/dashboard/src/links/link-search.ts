import { type LinkState, linkStates } from './link.ts';

/** What the address of the list narrows it to. `unknownState`: a state that does not exist was asked for. */
export type LinkSearch = {
  readonly state?: LinkState;
  readonly search?: string;
  readonly unknownState?: string;
};

const LONGEST = 100;

/** Reads the address; what it does not understand is left out and named. */
export function readLinkSearch(raw: Record<string, unknown>): LinkSearch {
  const state = linkStates.find((known) => known === raw.state);
  // An order of digits alone arrives as a number.
  const search = ['string', 'number'].includes(typeof raw.search) ? String(raw.search) : '';
  const isUnknown = raw.state !== undefined && raw.state !== '' && state === undefined;
  return {
    ...(state === undefined ? {} : { state }),
    ...(search === '' ? {} : { search: search.slice(0, LONGEST) }),
    ...(isUnknown ? { unknownState: String(raw.state).slice(0, LONGEST) } : {}),
  };
}
