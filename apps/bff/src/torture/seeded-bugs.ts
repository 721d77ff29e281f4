import { bugsInAnswers } from './bugs-in-answers.ts';
import { bugsInProtocol } from './bugs-in-protocol.ts';
import { bugsInStorage } from './bugs-in-storage.ts';
import type { Search } from './plant-bug.ts';

/** Every mistake that the torture must find. */
const everyBug = [...bugsInAnswers, ...bugsInProtocol, ...bugsInStorage];

/** A history of a few payments, over in two seconds; and one in which rare things meet. */
const few = (seed: number): Search => ({ seed, intents: 12 });
const many = (seed: number): Search => ({ seed, intents: 40 });

/** Where the first history meets the mistake; if it no longer does, the search goes on. */
export const searches: Readonly<Record<string, Search>> = {
  'a timeout counts as failed': few(2),
  'any answer is a success': few(2),
  'every FAILED is final': few(3),
  'sent again with the same ReqId': few(2),
  'sent again with another ReqId': few(5),
  'a claim is used however old it is': many(2),
  'no quiet period': many(2),
  'the quiet period is too short': many(1),
  'sent before the claim is committed': few(5),
  'sent without asking first': few(5),
  'the baseline is not compared': few(4),
  'claimed however long ago it was reserved': many(2),
  'a callback settles': few(5),
  'no row lock': few(5),
  'several open operations': few(5),
  'what is in doubt is not counted as spent': few(3),
  'no operation key': few(5),
  'a missing audit line': few(5),
  'a stale screen is believed': few(1),
};

/** Those that short histories find, each with where it is looked for. */
export const frequentBugs = everyBug.flatMap((bug) => {
  const search = searches[bug.name];
  return search === undefined ? [] : [{ ...bug, search }];
});

/** Those that only matter when several rare things come together: they need long histories. */
export const rareBugs = everyBug.filter(({ name }) => searches[name] === undefined);
