import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../sessions/person.ts';
import { capturePayment } from './capture-payment.ts';
import { checkPayment } from './check-payment.ts';
import { confirmReview } from './confirm-review.ts';
import { getOperation } from './get-operation.ts';
import { getPayment } from './get-payment.ts';
import { proposeReview } from './propose-review.ts';
import { resolveDueOperations } from './resolver.ts';
import { reversePayment } from './reverse-payment.ts';
import { type Desk, openDesk, pay } from './testing.ts';
import { addPerson } from './testing-person.ts';
import { withdrawReview } from './withdraw-review.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let desk: Desk;
let manager: Person;
let service: Person;

beforeAll(async () => {
  desk = await openDesk({ GATEWAY_TIMEOUT_MS: '300' });
  manager = await addPerson(desk, 'manager');
  service = await addPerson(desk, 'service');
});
afterAll(() => desk.close());

/** A reversal of CHF 50.00 whose answer got lost and that no inquiry settles. */
async function lostReversal() {
  const { paymentId, payId } = await pay(desk, 50_00);
  await desk.control('faults', { fault: 'drop-before-effect', endpoint: 'reverse', payId });
  const { operation } = await reversePayment(desk.deps, service, { paymentId, key: randomUUID() });
  await desk.advance(10 * MINUTE);
  while (await resolveDueOperations(desk.deps));
  const { operation: now } = await getOperation(desk.deps, manager, { operationId: operation.id });
  expect(now).toMatchObject({ state: 'review', review: null, mayPropose: true });
  return { paymentId, payId, operationId: operation.id };
}

const propose = (
  operationId: string,
  verdict: 'executed' | 'not-executed',
  { by = service, reason = 'seen in the TWINT portal' } = {},
) => proposeReview(desk.deps, by, { operationId, verdict, reason });

const confirm = (
  operationId: string,
  verdict: 'executed' | 'not-executed',
  { by = manager }: { readonly by?: Person } = {},
) => confirmReview(desk.deps, by, { operationId, verdict });

const evidenceOf = async (operationId: string) =>
  (await getOperation(desk.deps, manager, { operationId })).operation.evidence.map(
    ({ verdict }) => verdict,
  );

/** Takes the right from whoever was let in besides the manager. */
async function leaveOneApprover(): Promise<void> {
  const others = `UPDATE memberships SET role = 'auditor' WHERE user_id <> $1 AND role = 'manager'`;
  await desk.deps.database.money.query(others, [manager.id]);
}

async function trail(paymentId: string) {
  const { rows } = await desk.deps.database.read.query<{
    readonly action: string;
    readonly actor: string | null;
    readonly details: Readonly<Record<string, unknown>>;
  }>(
    `SELECT action, actor_id AS actor, details FROM audit_log
      WHERE merchant_id = 1 AND subject = $1 AND action LIKE 'review%' ORDER BY seq`,
    [`payment:${paymentId}`],
  );
  return rows;
}

describe('whoever checks while people decide', () => {
  test('adds what the gateway says now to the evidence, and concludes nothing', async () => {
    const { paymentId, payId, operationId } = await lostReversal();
    const before = await evidenceOf(operationId);
    await desk.advance(MINUTE);
    const { operation } = await checkPayment(desk.deps, service, paymentId);

    expect(operation).toMatchObject({ state: 'review' });
    expect(await evidenceOf(operationId)).toEqual([...before, 'no-change-yet']);

    await desk.control('faults', { fault: 'inquiry-down', payId });
    await expect(checkPayment(desk.deps, service, paymentId)).rejects.toMatchObject({
      refusal: 'gateway-unreachable',
    });
    expect((await evidenceOf(operationId)).at(-1)).toBe('unreachable');
  });
});

describe('two people', () => {
  test('close a reversal as carried out, and the payment is reversed', async () => {
    const { paymentId, operationId } = await lostReversal();
    const proposed = await propose(operationId, 'executed');
    expect(proposed.operation.review).toMatchObject({
      verdict: 'executed',
      reason: 'seen in the TWINT portal',
      by: 'service',
      mayConfirm: false,
      why: 'right-missing',
    });
    expect(proposed.payment.status).toBe('unknown');
    const seen = await getOperation(desk.deps, manager, { operationId });
    expect(seen.operation.review).toMatchObject({ mayConfirm: true, why: null });

    const { operation, payment } = await confirm(operationId, 'executed');

    expect(operation).toMatchObject({ state: 'succeeded', mayPropose: false });
    expect(payment).toMatchObject({ status: 'reversed', reversed: 50_00, remaining: 0 });
    const { events } = await getPayment(desk.deps, manager, paymentId);
    expect(events.at(-1)).toMatchObject({ type: 'reversed', amount: 50_00, by: 'manager' });
    const lines = await trail(paymentId);
    expect(lines).toMatchObject([
      { action: 'review-proposed', actor: service.id, details: { verdict: 'executed' } },
      {
        action: 'review-confirmed',
        actor: manager.id,
        details: { alone: false, proposedBy: service.id, evidence: { verdict: 'no-change-yet' } },
      },
    ]);
  });

  test('close it as not carried out, and the payment can be captured again', async () => {
    const { paymentId, payId, operationId } = await lostReversal();
    await propose(operationId, 'not-executed');

    const { operation, payment } = await confirm(operationId, 'not-executed');

    expect(operation.state).toBe('not_executed');
    expect(payment).toMatchObject({ status: 'authorized', remaining: 50_00 });
    const wish = { paymentId, amount: 50_00, closeRest: false, key: randomUUID() };
    const captured = await capturePayment(desk.deps, manager, wish);
    expect(captured.operation.state).toBe('succeeded');
    const kinds = (await desk.ledger(payId)).map(({ kind }) => kind);
    expect(kinds).toEqual(['authorization', 'capture']);
  });

  test('may confirm at once or twice: one fact, one audit line', async () => {
    const { paymentId, operationId } = await lostReversal();
    const other = await addPerson(desk, 'manager');
    await propose(operationId, 'executed');

    await Promise.all([
      confirm(operationId, 'executed'),
      confirm(operationId, 'executed', { by: other }),
    ]);
    const again = await confirm(operationId, 'executed');

    expect(again.operation.state).toBe('succeeded');
    expect(again.payment.reversed).toBe(50_00);
    const { events } = await getPayment(desk.deps, manager, paymentId);
    expect(events.filter(({ type }) => type === 'reversed')).toHaveLength(1);
    const actions = (await trail(paymentId)).map(({ action }) => action);
    expect(actions).toEqual(['review-proposed', 'review-confirmed']);
    await expect(confirm(operationId, 'not-executed')).rejects.toMatchObject({
      refusal: 'stale-version',
    });
  });
});

describe('refused', () => {
  test('is who proposed it, whatever the right, while somebody else can confirm', async () => {
    const { operationId } = await lostReversal();
    await addPerson(desk, 'manager');
    const { operation } = await propose(operationId, 'executed', { by: manager });
    expect(operation.review).toMatchObject({ mayConfirm: false, why: 'own-proposal' });

    await desk.advance(48 * HOUR);

    const own = confirm(operationId, 'executed');
    await expect(own).rejects.toMatchObject({ code: 'FORBIDDEN', message: 'approve' });
  });

  test('is a verdict other than the one proposed, and a confirmation of none', async () => {
    const { operationId } = await lostReversal();
    const stale = { refusal: 'stale-version' };
    await expect(confirm(operationId, 'executed')).rejects.toMatchObject(stale);
    await propose(operationId, 'executed');
    await propose(operationId, 'not-executed');

    await expect(confirm(operationId, 'executed')).rejects.toMatchObject(stale);

    await withdrawReview(desk.deps, service, { operationId });
    await expect(confirm(operationId, 'not-executed')).rejects.toMatchObject(stale);
    const { operation } = await getOperation(desk.deps, manager, { operationId });
    expect(operation).toMatchObject({ state: 'review', review: null });
  });

  test('are figures that nobody has seen; once seen, they can be confirmed', async () => {
    const { payId, operationId } = await lostReversal();
    await propose(operationId, 'not-executed');
    await desk.control('actions', { payId, kind: 'reversal', amount: 50_00 });

    const blind = confirm(operationId, 'not-executed');
    await expect(blind).rejects.toMatchObject({ refusal: 'stale-version' });
    expect((await evidenceOf(operationId)).at(-1)).toBe('executed');

    await propose(operationId, 'executed', { reason: 'the gateway shows it now' });
    const { payment } = await confirm(operationId, 'executed');
    expect(payment.status).toBe('reversed');
  });

  test('is who lacks the right of the action, and leaves a line', async () => {
    const { operationId } = await lostReversal();
    const auditor = await addPerson(desk, 'auditor');

    const denied = propose(operationId, 'executed', { by: auditor });
    await expect(denied).rejects.toMatchObject({ code: 'FORBIDDEN', message: 'reverse' });
    const unproposed = confirm(operationId, 'executed', { by: service });
    await expect(unproposed).rejects.toMatchObject({ code: 'FORBIDDEN', message: 'approve' });

    const { rows } = await desk.deps.database.read.query(
      `SELECT actor_id AS actor, details ->> 'path' AS path FROM audit_log
        WHERE action = 'denied' AND actor_id IN ($1, $2) ORDER BY seq`,
      [auditor.id, service.id],
    );
    expect(rows).toEqual([
      { actor: auditor.id, path: 'operations.proposeReview' },
      { actor: service.id, path: 'operations.confirmReview' },
    ]);
  });

  test('are figures of a capture that nobody has seen', async () => {
    const { payId, operationId } = await lostReversal();
    await propose(operationId, 'not-executed');
    await desk.control('actions', { payId, kind: 'capture', amount: 10_00 });

    const blind = confirm(operationId, 'not-executed');

    await expect(blind).rejects.toMatchObject({ refusal: 'stale-version' });
    expect((await evidenceOf(operationId)).at(-1)).toBe('contradicts');
  });

  test('is whoever sees no such operation, or has the right at another merchant only', async () => {
    const { operationId } = await lostReversal();
    const elsewhere = manager.memberships.map((one) => ({ ...one, merchantId: 2 }));
    const stranger = { ...manager, memberships: elsewhere };
    const auditor = await addPerson(desk, 'auditor');
    const both = { ...auditor, memberships: [...elsewhere, ...auditor.memberships] };

    const unseen = propose(operationId, 'executed', { by: stranger });
    await expect(unseen).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const denied = propose(operationId, 'executed', { by: both });
    await expect(denied).rejects.toMatchObject({ code: 'FORBIDDEN', message: 'reverse' });
  });

  test('is to take back what is closed; taken back once, it leaves one line', async () => {
    const { paymentId, operationId } = await lostReversal();
    const withdraw = () => withdrawReview(desk.deps, service, { operationId });
    await propose(operationId, 'executed');

    await withdraw();
    const { payment } = await withdraw();

    const lines = await trail(paymentId);
    expect(lines.slice(1)).toEqual([
      {
        action: 'review-withdrawn',
        actor: service.id,
        details: { operationId, verdict: 'executed' },
      },
    ]);
    const seen = await getPayment(desk.deps, manager, paymentId);
    expect(seen.version).toBe(payment.version);
    await propose(operationId, 'executed');
    await confirm(operationId, 'executed');
    await expect(withdraw()).rejects.toMatchObject({ refusal: 'stale-version' });
  });

  test('is a proposal about an operation that is not in review', async () => {
    const { paymentId } = await pay(desk, 50_00);
    const wish = { paymentId, amount: 50_00, closeRest: false, key: randomUUID() };
    const { operation } = await capturePayment(desk.deps, manager, wish);

    const late = propose(operation.id, 'not-executed', { by: manager });

    await expect(late).rejects.toMatchObject({ refusal: 'stale-version' });
  });
});

test('the only approver confirms alone after 24 hours, and the audit log says so', async () => {
  await leaveOneApprover();
  const { paymentId, operationId } = await lostReversal();
  const { operation } = await propose(operationId, 'executed', { by: manager });
  expect(operation.review).toMatchObject({ mayConfirm: false, why: 'own-proposal-too-soon' });
  const { confirmableAt, at } = operation.review ?? {};
  expect(confirmableAt).toBe((at ?? 0) + 24 * HOUR);

  await desk.advance(24 * HOUR - MINUTE);
  // Saying the same again must not start the day anew.
  await propose(operationId, 'executed', { by: manager });
  await expect(confirm(operationId, 'executed')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await desk.advance(MINUTE);

  const closed = await confirm(operationId, 'executed');
  expect(closed.payment.status).toBe('reversed');
  expect((await trail(paymentId)).at(-1)).toMatchObject({
    action: 'review-confirmed',
    actor: manager.id,
    details: { alone: true, proposedBy: manager.id },
  });
});

test('a reason that is put better replaces the one before, and a look tells when it was', async () => {
  const { paymentId, operationId } = await lostReversal();
  const { money } = desk.deps.database;
  await money.query('UPDATE payments SET checked_at = NULL WHERE id = $1', [paymentId]);

  await propose(operationId, 'executed', { reason: 'seen' });
  const { operation } = await propose(operationId, 'executed', { reason: 'seen in the portal' });

  expect(operation.review).toMatchObject({ reason: 'seen in the portal' });
  const { rows } = await money.query('SELECT checked_at FROM payments WHERE id = $1', [paymentId]);
  expect(rows).toEqual([{ checked_at: expect.any(Date) }]);
});

test('people may decide while the gateway is away; that is shown once', async () => {
  const { payId, operationId } = await lostReversal();
  await desk.control('faults', { fault: 'inquiry-down', payId, count: 9 });
  await propose(operationId, 'executed');

  const { operation } = await confirm(operationId, 'executed');

  expect(operation.state).toBe('succeeded');
  const verdicts = operation.evidence.map(({ verdict }) => verdict);
  expect(verdicts.filter((verdict) => verdict === 'unreachable')).toHaveLength(1);
});
