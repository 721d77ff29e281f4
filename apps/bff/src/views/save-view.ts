import { TRPCError } from '@trpc/server';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { visibleMerchants } from '../payments/find-visible-payment.ts';
import { Refused } from '../refused.ts';
import type { Person } from '../sessions/person.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import { mayShareAt } from './list-views.ts';
import type { SaveViewInput } from './view-input.ts';
import {
  deleteView,
  insertView,
  lockView,
  type StoredView,
  selectViews,
  updateView,
} from './view-store.ts';

/** Of a team, and of each person: more cannot be chosen among. */
const MOST = 50;

/**
 * Saves a view under a name, a new one or in the place of the one it changes. The team's are told in
 * the audit log.
 * @throws TRPCError NOT_FOUND for a foreign merchant or view, FORBIDDEN for a view of the team by who
 * may not share, BAD_REQUEST `name` when it is taken or there are too many; Refused `stale-version`.
 */
export async function saveView(deps: Deps, person: Person, input: SaveViewInput): Promise<void> {
  const { viewId: id, merchantId, list, name, isTeam, address, layout, version } = input;
  const visible = visibleMerchants(person);
  if (!visible.includes(merchantId)) throw new TRPCError({ code: 'NOT_FOUND' });
  if (isTeam) proveShare(person, merchantId);
  await inTransaction(deps.database.read, async (sql) => {
    const known = await lockView(sql, visible, person.id, id);
    const at = deps.clock.now();
    const ownerId = isTeam ? null : person.id;
    const view = { id, merchantId, list, ownerId, name, address, layout, by: person.id, at };
    if (known === null) {
      if (version !== undefined) throw new TRPCError({ code: 'NOT_FOUND' });
      await proveRoom(sql, view);
    } else {
      if (known.merchantId !== merchantId || known.list !== list) {
        throw new TRPCError({ code: 'NOT_FOUND' });
      }
      if (known.ownerId === null) proveShare(person, merchantId);
      if (isSame(known, input)) return;
      if (known.version !== version) throw new Refused('stale-version');
    }
    const write = known === null ? insertView : updateView;
    if (!(await write(sql, view))) throw fieldError('name', 'taken');
    if (isTeam || known?.ownerId === null) await tell(sql, person, view, 'view-saved', at);
  });
}

/**
 * Deletes a view. One that is gone already stays gone.
 * @throws TRPCError FORBIDDEN for a view of the team by who may not share.
 */
export async function removeView(deps: Deps, person: Person, viewId: string): Promise<void> {
  await inTransaction(deps.database.read, async (sql) => {
    const view = await lockView(sql, visibleMerchants(person), person.id, viewId);
    if (view === null) return;
    if (view.ownerId === null) proveShare(person, view.merchantId);
    await deleteView(sql, view);
    if (view.ownerId === null) await tell(sql, person, view, 'view-removed', deps.clock.now());
  });
}

function proveShare(person: Person, merchantId: number): void {
  if (!mayShareAt(person, merchantId)) {
    throw new TRPCError({ code: 'FORBIDDEN', message: 'share-views' });
  }
}

async function proveRoom(
  sql: Sql,
  { merchantId, ownerId, list, by }: Pick<StoredView, 'merchantId' | 'ownerId' | 'list' | 'by'>,
): Promise<void> {
  const there = await selectViews(sql, [merchantId], by, list);
  if (there.filter((view) => view.ownerId === ownerId).length >= MOST) {
    throw fieldError('name', 'too-many');
  }
}

/** The same saved twice is saved once, whatever became of the first answer. */
function isSame(known: StoredView, { name, isTeam, address, layout }: SaveViewInput): boolean {
  const text = (value: object) => JSON.stringify(Object.entries(value).toSorted());
  return (
    known.name === name &&
    (known.ownerId === null) === isTeam &&
    text(known.address) === text(address) &&
    text(known.layout) === text(layout)
  );
}

async function tell(
  sql: Sql,
  person: Person,
  { id, merchantId, name }: Pick<StoredView, 'id' | 'merchantId' | 'name'>,
  action: 'view-saved' | 'view-removed',
  at: number,
): Promise<void> {
  const subject = `view:${id}`;
  await recordAudit(sql, {
    merchantId,
    at,
    actorId: person.id,
    action,
    subject,
    details: { name },
  });
}
