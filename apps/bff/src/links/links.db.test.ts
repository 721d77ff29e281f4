import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getPayment } from '../payments/get-payment.ts';
import { type Desk, openDesk, pay } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import type { Person } from '../sessions/person.ts';
import { createLink } from './create-link.ts';
import { followAttempts } from './follow-attempts.ts';
import { getLink } from './get-link.ts';
import { createLinkInput } from './link-input.ts';
import { linksOfPayment } from './links-of-payment.ts';
import { listLinkConnections } from './list-link-connections.ts';
import { listLinks } from './list-links.ts';
import { startAttempt } from './start-attempt.ts';
import { asking, decideOnPhone, linkFor, openPayPages } from './testing.ts';
import { withdrawLink } from './withdraw-link.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let desk: Desk;
let service: Person;
let pages: Awaited<ReturnType<typeof openPayPages>>;

beforeAll(async () => {
  desk = await openDesk();
  service = await addPerson(desk, 'manager');
  pages = await openPayPages(desk);
});
afterAll(async () => {
  await pages.close();
  await desk.close();
});

const make = (over: Parameters<typeof linkFor>[1] = {}) =>
  createLink(desk.deps, asking(service), linkFor(desk.deps.clock.now(), over));
const look = (id: string) => getLink(desk.deps, service.memberships, id);
/** The customer's decision, and everything the desk finds out about it by itself. */
const paid = async (redirect: string, choice = 'approve') => {
  await decideOnPhone(desk, redirect, choice);
  await desk.advance(MINUTE);
  await followAttempts(desk.deps);
};
const fieldOf = (error: unknown) =>
  (error as { cause?: { issues?: { path: string[]; message: string }[] } }).cause?.issues?.map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );

describe('making a link', () => {
  test('begins at the connection this person made the last one for, whatever others do', async () => {
    const other = await addPerson(desk, 'service');
    const lastOf = async (person: Person) =>
      (await listLinkConnections(desk.deps, asking(person))).last;
    expect(await lastOf(other)).toBeNull();

    const now = desk.deps.clock.now();
    await createLink(desk.deps, asking(other), linkFor(now));
    await desk.advance(1);
    const sale = linkFor(now, { connection: 'demo-sale', capture: 'at-once' });
    await createLink(desk.deps, asking(other), sale);
    await desk.advance(1);
    await make();

    expect(await lastOf(other)).toBe('demo-sale');
  });

  test('the same key makes one link, another wish under it none', async () => {
    const wish = linkFor(desk.deps.clock.now());
    const first = await createLink(desk.deps, asking(service), wish);
    const again = await createLink(desk.deps, asking(service), wish);

    expect(again.id).toBe(first.id);
    expect(first).toMatchObject({ state: 'open', opened: 0, refNr: 'A-10510' });
    await expect(
      createLink(desk.deps, asking(service), { ...wish, amount: 60_00 }),
    ).rejects.toMatchObject({ refusal: 'key-reused' });
  });

  test.each([
    [{ validUntil: 0 }, 'validUntil: past'],
    [{ capture: 'at-once' as const }, 'capture: contract-decides'],
    [{ connection: 'other' }, 'connection: no-such-connection'],
    [{ orderDesc: 'Tee 茶' }, 'orderDesc: characters'],
    [{ custom: 'a|data=1' }, 'custom: characters'],
    [{ userData: 'u'.repeat(900) }, 'orderDesc: too-long-together'],
  ])('%o is refused at its field', async (over, field) => {
    await expect(make(over).catch(fieldOf)).resolves.toEqual([field]);
  });

  test('a capture later than TWINT holds the money is refused', () => {
    const wish = linkFor(0, { capture: 'after', captureHours: 169 });
    const parsed = createLinkInput.safeParse(wish);
    expect(parsed.error?.issues[0]?.message).toBe('longer-than-twint-holds');
    expect(createLinkInput.safeParse({ ...wish, captureHours: 168 }).success).toBe(true);
  });
});

describe('a customer', () => {
  test('pays a link once, although nobody told us: the inquiry finds it', async () => {
    const link = await make();
    const shown = await pages.read(link.token);
    expect(shown.html).toContain('CHF\u00a059.00');
    expect(shown.caching).toBe('no-store');
    expect((await look(link.id)).state).toBe('scanned');

    await paid(await pages.press(link.token));

    const after = await look(link.id);
    expect(after).toMatchObject({ state: 'paid', paidTimes: 1 });
    const payment = await getPayment(desk.deps, service, after.paidPaymentId ?? '');
    expect(payment).toMatchObject({ source: 'desk', status: 'authorized', refNr: 'A-10510' });
    expect((await pages.read(link.token)).html).toContain('Bezahlt');
    expect(await pages.press(link.token)).toBe(`/pay/${link.token}`);
    const { through } = await linksOfPayment(desk.deps, service.memberships, payment.id);
    expect(through?.id).toBe(link.id);
  });

  test('of two phones at once one gets to the gateway', async () => {
    const link = await make();
    const to = await Promise.all([1, 2, 3].map(() => startAttempt(desk.deps, link)));
    expect(to.filter((url) => url !== null)).toHaveLength(1);
    expect((await pages.read(link.token)).html).toContain('Zahlung läuft');
  });

  test('who declines can try again, under another TransID', async () => {
    const link = await make();
    await paid(await pages.press(link.token), 'cancel');
    expect((await look(link.id)).state).toBe('abandoned');
    expect((await pages.read(link.token)).html).toContain('Nicht bezahlt');

    await paid(await pages.press(link.token));

    expect(await look(link.id)).toMatchObject({ state: 'paid', attempts: 2, paidTimes: 1 });
  });

  test('who walks away blocks the link no longer than a notification may be late', async () => {
    const link = await make();
    const gone = await pages.press(link.token);
    expect(gone).toContain('/twint.aspx?');
    await desk.advance(64 * MINUTE);
    expect(await pages.press(link.token)).toBe(`/pay/${link.token}`);
    await desk.advance(2 * MINUTE);
    expect(await pages.press(link.token)).toContain('/twint.aspx?');
  });

  test('pays although the link is withdrawn meanwhile; nobody can start anew', async () => {
    const link = await make();
    const redirect = await pages.press(link.token);
    const withdrawn = await withdrawLink(desk.deps, asking(service), link.id);
    expect(withdrawn).toMatchObject({ state: 'withdrawn', attempts: 1 });
    await paid(redirect);
    expect((await look(link.id)).state).toBe('paid');

    const unpaid = await make();
    await withdrawLink(desk.deps, asking(service), unpaid.id);
    expect(await pages.press(unpaid.token)).toBe(`/pay/${unpaid.token}`);
    expect((await pages.read(unpaid.token)).html).toContain('zurückgezogen');
  });

  test('is told that a link has expired, or never was', async () => {
    const link = await make({ validUntil: desk.deps.clock.now() + HOUR });
    await desk.advance(HOUR);
    expect((await look(link.id)).state).toBe('expired');
    expect((await pages.read(link.token)).html).toContain('abgelaufen');
    expect(await pages.press(link.token)).toBe(`/pay/${link.token}`);
    expect((await pages.read('made-up')).status).toBe(404);
  });
});

describe('a contract that takes the parameter Capture', () => {
  const contract = async (honorCapture: boolean) => {
    await desk.control('merchants', { merchantId: 'desk_demo', settings: { honorCapture } });
    await desk.deps.database.money.query(
      `UPDATE gateway_connections SET capture_parameter = 'yes', link_page = 'paymentPage'
       WHERE slug = 'demo'`,
    );
  };
  const scheduled = async () => {
    const link = await make({ capture: 'after', captureHours: 5 });
    const redirect = await pages.press(link.token);
    expect(redirect).toContain('/paymentPage.aspx?');
    expect(redirect).toContain('&PayTypes=TWINT&Language=de');
    await paid(redirect);
    const { paidPaymentId } = await look(link.id);
    expect(await getPayment(desk.deps, service, paidPaymentId ?? '')).toMatchObject({
      status: 'scheduled',
      captured: 0,
    });
    await desk.advance(6 * HOUR);
    await followAttempts(desk.deps);
    return getPayment(desk.deps, service, paidPaymentId ?? '');
  };

  test('captures by itself, and the payment is scheduled until then', async () => {
    await contract(true);
    expect(await scheduled()).toMatchObject({ status: 'captured', captured: 59_00 });
  });

  test('that does not keep it leaves the payment to people', async () => {
    await contract(false);
    const payment = await scheduled();
    expect(payment.status).toBe('authorized');
    expect(payment.events.map(({ type }) => type)).toContain('schedule-missed');
  });
});

test('what lapsed is asked for again, once, under the same order number', async () => {
  const { paymentId } = await pay(desk, 80_00, { refNr: 'A-77' });
  await desk.advance(169 * HOUR);
  const { checkPayment } = await import('../payments/check-payment.ts');
  await checkPayment(desk.deps, service, paymentId);

  const { rest } = await linksOfPayment(desk.deps, service.memberships, paymentId);
  expect(rest).toMatchObject({ amount: 80_00, refNr: 'A-77', connection: 'demo' });
  const link = await make({ forPaymentId: paymentId, amount: 80_00, refNr: 'A-77' });
  const both = await linksOfPayment(desk.deps, service.memberships, paymentId);
  expect(both).toMatchObject({ rest: null, again: [{ id: link.id, forPaymentId: paymentId }] });
  await expect(make({ forPaymentId: paymentId, amount: 80_00 }).catch(fieldOf)).resolves.toEqual([
    'forPaymentId: asked-already',
  ]);
});

test('the list pages by keyset, filters by state and searches', async () => {
  const first = await listLinks(desk.deps, service.memberships, { limit: 3 });
  const second = await listLinks(desk.deps, service.memberships, {
    limit: 200,
    cursor: first.nextCursor,
  });
  const ids = [...first.rows, ...second.rows].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(second.nextCursor).toBeNull();

  const some = await listLinks(desk.deps, service.memberships, {
    limit: 50,
    state: ['paid'],
    search: 'a-10510',
  });
  expect(some.rows.length).toBeGreaterThan(2);
  expect(some.rows.every(({ state }) => state === 'paid')).toBe(true);
});
