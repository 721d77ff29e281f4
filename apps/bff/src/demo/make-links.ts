import { setTimeout as delay } from 'node:timers/promises';
import type { Deps } from '../deps.ts';
import { type Asking, createLink } from '../links/create-link.ts';
import type { CreateLinkInput } from '../links/link-input.ts';
import { ownLink } from '../links/own-links.ts';
import { startAttempt } from '../links/start-attempt.ts';
import { withdrawLink } from '../links/withdraw-link.ts';
import { demoKey } from './demo-key.ts';
import { hasLinks } from './demo-store.ts';
import type { Stage } from './play-step.ts';

const DAY_MS = 86_400_000;
const LOOK_MS = 20;
const PATIENCE_MS = 10_000;
/** How many payments come about: the one link that is paid. */
export const PAID_LINKS = 1;

/**
 * Customer service asks for money by link: one is open, one is paid on a phone, one has lapsed and one
 * is withdrawn. Done before, it is left alone.
 */
export async function makeLinks({ deps, ownUrl, simulator, staff }: Stage): Promise<void> {
  if (await hasLinks(deps.database.read)) return;
  const { service } = staff;
  const asking = { person: service, memberships: service.memberships, origin: ownUrl };

  await makeLink(deps, asking, { refNr: 'S-2041', orderDesc: 'Resoling of hiking boots' });
  await makeLink(daysAgo(deps, 10), asking, {
    refNr: 'S-2016',
    orderDesc: 'Down payment for a tent',
    amount: 120_00,
  });
  const withdrawn = await makeLink(deps, asking, { refNr: 'S-2038', orderDesc: 'Ski service' });
  await withdrawLink(deps, asking, withdrawn.id);
  const paid = await makeLink(deps, asking, {
    refNr: 'S-2039',
    orderDesc: 'Repair of a rucksack',
    amount: 59_00,
  });
  const redirect = await startAttempt(deps, paid);
  if (redirect === null) return;
  await simulator.payOnPhone(redirect);
  await isPaid(deps, asking, paid.id);
}

/** Waits until the gateway has told us; where it is slow the demo is complete without it. */
async function isPaid(deps: Deps, asking: Asking, linkId: string): Promise<void> {
  const giveUpAt = deps.clock.wall() + PATIENCE_MS;
  while (deps.clock.wall() < giveUpAt) {
    const { state } = await ownLink(deps, asking.memberships, linkId);
    if (state === 'paid') return;
    await delay(LOOK_MS);
  }
}

function makeLink(
  deps: Deps,
  asking: Asking,
  wish: Pick<CreateLinkInput, 'orderDesc'> & { readonly refNr: string; readonly amount?: number },
) {
  return createLink(deps, asking, {
    connection: 'demo',
    amount: 45_00,
    validUntil: deps.clock.now() + 7 * DAY_MS,
    language: 'de',
    capture: 'by-hand',
    key: demoKey('demo', `link-${wish.refNr}`, 0),
    ...wish,
  });
}

/** The desk as it was some days ago. */
function daysAgo(deps: Deps, days: number): Deps {
  const { clock } = deps;
  return { ...deps, clock: { ...clock, now: () => clock.now() - days * DAY_MS } };
}
