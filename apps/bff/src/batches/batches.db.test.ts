import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAudit } from '../audit/verify-audit.ts';
import { capturePayment } from '../payments/capture-payment.ts';
import { checkPayment } from '../payments/check-payment.ts';
import { creditPayment } from '../payments/credit-payment.ts';
import { getPayment } from '../payments/get-payment.ts';
import { resolveDueOperations } from '../payments/resolver.ts';
import { reversePayment } from '../payments/reverse-payment.ts';
import { sweepPayments } from '../payments/sweep-payments.ts';
import { type Desk, openDesk, pay } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import type { Person } from '../sessions/person.ts';
import { applyAnswer } from './apply-answer.ts';
import type { PlanBatchInput } from './batch-input.ts';
import { compareAnswer } from './compare-answer.ts';
import { createBatch } from './create-batch.ts';
import { giveUpBatch } from './give-up-batch.ts';
import { handOverBatch } from './hand-over-batch.ts';
import { listBatches, listBatchLines } from './list-batches.ts';
import { listWishConnections } from './list-wish-connections.ts';
import { planBatch } from './plan-batch.ts';
import { getBatch } from './present-batch.ts';
import { asking, bring, carryOut, leave, makeFile } from './testing.ts';

const HOUR = 3_600_000;

let desk: Desk;
let manager: Person;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
});
afterAll(() => desk.close());

const look = (paymentId: string) => getPayment(desk.deps, manager, paymentId);
const compare = (answerId: string) => compareAnswer(desk.deps, manager.memberships, answerId);
const apply = (answerId: string) => applyAnswer(desk.deps, asking(manager), answerId);
const actions = async () => {
  const { rows } = await desk.deps.database.read.query<{ action: string }>(
    'SELECT action FROM audit_log WHERE merchant_id = 1 ORDER BY seq',
  );
  return rows.map(({ action }) => action);
};

test('a person’s next file is meant for the connection of the last one', async () => {
  const somebody = await addPerson(desk, 'manager');
  const last = async () => (await listWishConnections(desk.deps, asking(somebody))).last;
  expect(await last()).toBeNull();
  await makeFile(desk, somebody, [(await pay(desk, 50_00)).paymentId]);
  expect(await last()).toBe('demo');
});

describe('a round trip', () => {
  test('captures in a file; one line fails, and each payment knows what became of it', async () => {
    const good = await pay(desk, 50_00, { refNr: 'R-1' });
    const bad = await pay(desk, 30_00, { refNr: 'R-2' });
    await desk.control('faults', { fault: 'declined', endpoint: 'capture', payId: bad.payId });
    const file = await makeFile(desk, manager, [good.paymentId, bad.paymentId]);
    const content = await leave(desk, manager, file);

    const lines = content.toString('latin1').split('\r\n');
    expect(lines[0]).toMatch(/^HEAD,desk_demo,\d{8},1\.1$/);
    expect(new Set(lines.slice(1, 3))).toEqual(
      new Set([
        `Twint,Capture,5000,CHF,${good.transId},R-1,${good.payId}`,
        `Twint,Capture,3000,CHF,${bad.transId},R-2,${bad.payId}`,
      ]),
    );
    expect(lines.slice(3)).toEqual(['FOOT,2,8000', '']);
    expect(file).toMatchObject({ records: 2, sum: 80_00, bytes: content.length });

    const { answerId, problem } = await bring(
      desk,
      manager,
      file,
      await carryOut(desk, file, content),
    );
    expect(problem).toBeNull();
    const difference = await compare(answerId);
    expect(difference.counts).toMatchObject({ executed: 1, declined: 1, missing: 0, conflict: 0 });
    expect(difference.sums).toMatchObject({ executed: 50_00, declined: 30_00 });
    expect((await look(good.paymentId)).status).toBe('processing');

    await apply(answerId);

    expect(await look(good.paymentId)).toMatchObject({ status: 'captured', captured: 50_00 });
    expect(await look(bad.paymentId)).toMatchObject({ status: 'authorized', remaining: 30_00 });
    const { operations, events } = await look(bad.paymentId);
    expect(operations[0]).toMatchObject({ state: 'failed', batchFileId: file.id });
    expect(events.map(({ type }) => type)).toEqual([
      'authorized',
      'operation-requested',
      'operation-declined',
    ]);
    const view = await getBatch(desk.deps, manager.memberships, file.id);
    expect(view).toMatchObject({
      state: 'answered',
      counts: { succeeded: 1, failed: 1, waiting: 0, unclear: 0 },
    });
    const shown = { fileId: file.id, show: 'open', limit: 100 } as const;
    const { rows } = await listBatchLines(desk.deps, manager.memberships, shown);
    expect(rows).toMatchObject([{ paymentId: bad.paymentId, status: 'FAILED' }]);
    const chains = await verifyAudit(desk.deps);
    expect(chains.every(({ fault }) => fault === null)).toBe(true);
  });

  test('applying the same answer twice, and bringing it twice, changes nothing more', async () => {
    const { paymentId } = await pay(desk, 50_00);
    const file = await makeFile(desk, manager, [paymentId]);
    const answer = await carryOut(desk, file, await leave(desk, manager, file));
    const first = await bring(desk, manager, file, answer);
    await apply(first.answerId);
    const { version } = await look(paymentId);
    const written = (await actions()).length;

    const again = await bring(desk, manager, file, answer);
    expect((await compare(again.answerId)).counts).toMatchObject({ executed: 0, known: 1 });
    await apply(again.answerId);

    expect(again.answerId).toBe(first.answerId);
    expect((await look(paymentId)).version).toBe(version);
    expect(await actions()).toHaveLength(written);
  });

  test('refunds and reverses too, and books them in the reports as single steps are', async () => {
    const captured = await pay(desk, 40_00);
    await capturePayment(desk.deps, manager, {
      paymentId: captured.paymentId,
      amount: 40_00,
      closeRest: false,
      key: randomUUID(),
    });
    const file = await makeFile(desk, manager, [captured.paymentId], {
      kind: 'credit',
      reason: 'return',
    });
    const answer = await carryOut(desk, file, await leave(desk, manager, file));
    await apply((await bring(desk, manager, file, answer)).answerId);

    expect(await look(captured.paymentId)).toMatchObject({ status: 'refunded', refunded: 40_00 });
    const { rows } = await desk.deps.database.read.query(
      `SELECT kind, detail, amount FROM report_additions WHERE payment_id = $1 AND kind = 'refunded'`,
      [captured.paymentId],
    );
    expect(rows).toEqual([{ kind: 'refunded', detail: 'return', amount: 40_00 }]);
  });
});

describe('while a file is not answered', () => {
  test('its payments are locked everywhere, with the reason', async () => {
    const { paymentId } = await pay(desk, 50_00);
    const file = await makeFile(desk, manager, [paymentId]);
    const step = { paymentId, key: randomUUID() };

    for (const handOver of [false, true]) {
      if (handOver) await handOverBatch(desk.deps, asking(manager), file.id);
      const attempts = [
        () => capturePayment(desk.deps, manager, { ...step, amount: 50_00, closeRest: false }),
        () => reversePayment(desk.deps, manager, step),
        () => creditPayment(desk.deps, manager, { ...step, amount: 1_00, reason: 'return' }),
      ];
      for (const attempt of attempts) {
        await expect(attempt()).rejects.toMatchObject({ refusal: 'step-in-flight' });
      }
      const { allowedActions, batchFileId, status } = await look(paymentId);
      expect({ batchFileId, status }).toEqual({ batchFileId: file.id, status: 'processing' });
      expect(allowedActions.map(({ reason }) => reason)).toEqual(Array(3).fill('in-batch-file'));
      const plan = await planBatch(desk.deps, asking(manager), {
        connection: 'demo',
        kind: 'capture',
        scope: { kind: 'selected', lines: [{ paymentId }] },
      });
      expect(plan).toMatchObject({ records: 0, obstacles: [{ reason: 'in-batch-file' }] });
    }
  });

  test('no clock, no check and no sweep cancels, resends or judges what is in it', async () => {
    const { paymentId, payId } = await pay(desk, 50_00);
    const file = await makeFile(desk, manager, [paymentId]);
    await leave(desk, manager, file);

    await desk.advance(30 * HOUR);
    await resolveDueOperations(desk.deps);
    await sweepPayments(desk.deps);
    await checkPayment(desk.deps, manager, paymentId);

    expect((await look(paymentId)).operations[0]).toMatchObject({ state: 'sending', evidence: [] });
    expect(await desk.ledger(payId)).toHaveLength(1);
  });

  test('a line that the answer leaves out is unknown, and the gateway is asked', async () => {
    const one = await pay(desk, 50_00);
    const other = await pay(desk, 30_00);
    const file = await makeFile(desk, manager, [one.paymentId, other.paymentId]);
    const answer = await carryOut(desk, file, await leave(desk, manager, file));
    const kept = answer
      .toString('latin1')
      .split('\r\n')
      .filter((line) => !line.includes(other.transId))
      .join('\r\n')
      .replace('FOOT,2,8000', 'FOOT,1,5000');

    const { answerId } = await bring(desk, manager, file, Buffer.from(kept));
    expect((await compare(answerId)).counts).toMatchObject({ executed: 1, missing: 1 });
    await apply(answerId);
    expect(await look(other.paymentId)).toMatchObject({ status: 'unknown', batchFileId: null });
    while (await resolveDueOperations(desk.deps));

    expect(await look(other.paymentId)).toMatchObject({ status: 'captured', captured: 30_00 });
  });
});

describe('refunds of a part', () => {
  const capturedPayment = async () => {
    const { paymentId } = await pay(desk, 40_00);
    const key = randomUUID();
    await capturePayment(desk.deps, manager, { paymentId, amount: 40_00, closeRest: false, key });
    return paymentId;
  };

  test('stand in the file with their amounts; each amount the rules refuse is named', async () => {
    const [part, more, less, uncaptured] = [
      await capturedPayment(),
      await capturedPayment(),
      await capturedPayment(),
      (await pay(desk, 40_00)).paymentId,
    ];
    const scope = {
      kind: 'selected' as const,
      lines: [
        { paymentId: part, amount: 15_05 },
        { paymentId: more, amount: 40_01 },
        { paymentId: less, amount: 99 },
        { paymentId: uncaptured, amount: 5_00 },
      ],
    };
    const wish: PlanBatchInput = { connection: 'demo', kind: 'credit', reason: 'return', scope };

    const plan = await planBatch(desk.deps, asking(manager), wish);

    expect(plan).toMatchObject({ records: 1, sum: 15_05 });
    const told = new Map(plan.credits.map((line) => [line.id, line]));
    expect(told.get(part)).toMatchObject({ refundable: 40_00, amount: 15_05, reason: null });
    expect(told.get(more)).toMatchObject({ amount: null, reason: 'amount-too-high', max: 40_00 });
    expect(told.get(less)).toMatchObject({ amount: null, reason: 'amount-too-low', min: 1_00 });
    expect(told.get(uncaptured)).toMatchObject({ refundable: 0, reason: 'not-captured' });
    expect(plan.obstacles.map(({ reason }) => reason).toSorted()).toEqual([
      'amount-too-high',
      'amount-too-low',
      'not-captured',
    ]);
  });

  test('leave the rest to be refunded, and never take it twice', async () => {
    const paymentId = await capturedPayment();
    const scope = { kind: 'selected' as const, lines: [{ paymentId, amount: 15_05 }] };
    const wish = { connection: 'demo', kind: 'credit', reason: 'return', scope } as const;
    const file = await makeFile(desk, manager, [paymentId], wish);
    const answer = await carryOut(desk, file, await leave(desk, manager, file));
    await apply((await bring(desk, manager, file, answer)).answerId);

    expect(await look(paymentId)).toMatchObject({ refunded: 15_05, refundable: 24_95 });
    const again = { ...scope, lines: [{ paymentId, amount: 24_96 }] };
    const plan = await planBatch(desk.deps, asking(manager), { ...wish, scope: again });
    expect(plan.credits).toMatchObject([{ refundable: 24_95, reason: 'amount-too-high' }]);
  });
});

describe('making a file', () => {
  const wish = (paymentIds: readonly string[], more: object = {}) => ({
    connection: 'demo',
    kind: 'capture' as const,
    scope: {
      kind: 'selected' as const,
      lines: paymentIds.map((paymentId) => ({ paymentId, ...more })),
    },
  });

  test('B01: a hundred clicks on one key make one file; the next file has the next number', async () => {
    const { paymentId } = await pay(desk, 50_00);
    const { digest } = await planBatch(desk.deps, asking(manager), wish([paymentId]));
    const input = { ...wish([paymentId]), key: randomUUID(), digest };

    const files = await Promise.all(
      Array.from({ length: 100 }, () => createBatch(desk.deps, asking(manager), input)),
    );
    const next = await makeFile(desk, manager, [(await pay(desk, 10_00)).paymentId]);

    expect(new Set(files.map(({ id }) => id)).size).toBe(1);
    expect(next.counter).toBe((files[0]?.counter ?? 0) + 1);
    const other = { ...input, kind: 'reversal' as const };
    await expect(createBatch(desk.deps, asking(manager), other)).rejects.toMatchObject({
      refusal: 'key-reused',
    });
  });

  test('is refused when the lines are others than those somebody saw, and books nothing', async () => {
    const { paymentId } = await pay(desk, 50_00);
    const { digest } = await planBatch(desk.deps, asking(manager), wish([paymentId]));
    await capturePayment(desk.deps, manager, {
      paymentId,
      amount: 20_00,
      closeRest: false,
      key: randomUUID(),
    });
    const before = await listBatches(desk.deps, manager.memberships, { limit: 50 });

    const late = createBatch(desk.deps, asking(manager), {
      ...wish([paymentId]),
      key: randomUUID(),
      digest,
    });

    await expect(late).rejects.toMatchObject({ refusal: 'stale-version' });
    expect(await listBatches(desk.deps, manager.memberships, { limit: 50 })).toEqual(before);
    expect((await look(paymentId)).operations).toHaveLength(1);
  });

  test('names what cannot stand in it', async () => {
    const { paymentId: part } = await pay(desk, 50_00);
    const { paymentId: small } = await pay(desk, 50_00);
    const { paymentId: comma } = await pay(desk, 50_00, { refNr: 'A,1' });
    const { paymentId: late } = await pay(desk, 50_00);
    const { paymentId: elsewhere } = await pay(desk, 50_00, {
      merchantId: 'desk_demo_sale',
      slug: 'demo-sale',
    });
    await desk.deps.database.money.query('UPDATE payments SET capture_by = $2 WHERE id = $1', [
      late,
      new Date(desk.deps.clock.now() + 24 * HOUR),
    ]);
    const scope = {
      kind: 'selected' as const,
      lines: [
        { paymentId: part, amount: 49_99 },
        { paymentId: small, amount: 99 },
        ...[comma, late, elsewhere].map((paymentId) => ({ paymentId })),
      ],
    };

    const plan = await planBatch(desk.deps, asking(manager), { ...wish([]), scope });

    const why = plan.obstacles.map(({ reason, payments }) => [reason, payments[0]?.id]);
    expect(Object.fromEntries(why)).toEqual({
      'part-in-file': part,
      'amount-too-low': small,
      'ref-nr-unsafe': comma,
      'lapses-before-answer': late,
      'other-connection': elsewhere,
    });
  });

  test('asks for the right of the action and keeps to refund limits over all lines', async () => {
    const shipping = await addPerson(desk, 'shipping');
    const limited = await addPerson(desk, 'manager', { perDay: 50_00 });
    const captured: string[] = [];
    for (const amount of [30_00, 30_00]) {
      const { paymentId } = await pay(desk, amount);
      const key = randomUUID();
      await capturePayment(desk.deps, manager, { paymentId, amount, closeRest: false, key });
      captured.push(paymentId);
    }
    const credit = { ...wish(captured), kind: 'credit' as const, reason: 'return' as const };

    await expect(planBatch(desk.deps, asking(shipping), credit)).rejects.toThrow('refund');
    const plan = await planBatch(desk.deps, asking(limited), credit);
    expect(plan).toMatchObject({ records: 1, obstacles: [{ reason: 'over-limit', count: 1 }] });
  });
});

describe('giving a file up', () => {
  test('ends what never left, and asks the gateway about what did', async () => {
    const never = await pay(desk, 50_00);
    const gone = await pay(desk, 30_00);
    const kept = await makeFile(desk, manager, [never.paymentId]);
    const sent = await makeFile(desk, manager, [gone.paymentId]);
    const content = await leave(desk, manager, sent);
    await carryOut(desk, sent, content);
    const shipping = await addPerson(desk, 'shipping');
    const reason = 'nobody needs it';

    const give = (person: Person, fileId: string) =>
      giveUpBatch(desk.deps, asking(person), { fileId, reason });
    await give(manager, kept.id);
    await give(manager, sent.id);
    while (await resolveDueOperations(desk.deps));

    expect((await look(never.paymentId)).operations[0]).toMatchObject({
      state: 'cancelled',
      cancelReason: 'file-given-up',
    });
    expect(await look(never.paymentId)).toMatchObject({ status: 'authorized', batchFileId: null });
    expect(await look(gone.paymentId)).toMatchObject({ status: 'captured', captured: 30_00 });
    await expect(handOverBatch(desk.deps, asking(manager), kept.id)).rejects.toThrow('given-up');
    const view = await getBatch(desk.deps, shipping.memberships, sent.id);
    expect(view).toMatchObject({ state: 'given-up', mayGiveUp: false });
  });
});
