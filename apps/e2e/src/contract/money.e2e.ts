import { type Api, awaitPayment, newKey, signInApi } from '../desk/api.ts';
import { expect, test } from '../desk/test.ts';

// There is no browser here to be slow.
test.describe.configure({ retries: 0 });

test.describe('the money contract', () => {
  test('captures in parts, refunds, and the ledger of the gateway agrees', async ({
    desk,
    control,
  }) => {
    const api = await signInApi(desk.url, 'manager');
    const made = await control.pay({ amount: 10_000 });
    const { id } = await awaitPayment(api, made.transId);

    const first = await api.mutate('payments.capture', {
      paymentId: id,
      amount: 4_000,
      closeRest: false,
      key: newKey(),
    });
    const second = await api.mutate('payments.capture', {
      paymentId: id,
      amount: 6_000,
      closeRest: false,
      key: newKey(),
    });
    const refund = await api.mutate('payments.credit', {
      paymentId: id,
      amount: 2_500,
      reason: 'return',
      key: newKey(),
    });

    expect(first.body.result.data.operation).toMatchObject({
      kind: 'capture',
      amount: 4_000,
      state: 'succeeded',
      code: '00000000',
    });
    expect(first.body.result.data.payment).toMatchObject({
      status: 'part_captured',
      captured: 4_000,
      remaining: 6_000,
    });
    expect(second.body.result.data.payment).toMatchObject({ status: 'captured', remaining: 0 });
    expect(refund.body.result.data.payment).toMatchObject({
      status: 'part_refunded',
      refunded: 2_500,
      refundable: 7_500,
    });
    expect(await steps(control, made.payId)).toEqual([
      'authorization 10000',
      'capture 4000',
      'capture 6000',
      'credit 2500',
    ]);
  });

  test('closes the rest, and reverses only what was never captured', async ({ desk, control }) => {
    const api = await signInApi(desk.url, 'manager');
    const closed = await control.pay({ amount: 5_000 });
    const reversed = await control.pay({ amount: 7_000 });
    const { id } = await awaitPayment(api, closed.transId);
    const other = await awaitPayment(api, reversed.transId);

    const capture = await api.mutate('payments.capture', {
      paymentId: id,
      amount: 3_000,
      closeRest: true,
      key: newKey(),
    });
    const late = await api.mutate('payments.reverse', { paymentId: id, key: newKey() });
    const reversal = await api.mutate('payments.reverse', { paymentId: other.id, key: newKey() });

    expect(capture.body.result.data.payment).toMatchObject({
      status: 'captured',
      captured: 3_000,
      closed: 2_000,
      remaining: 0,
    });
    expect(late.status).toBe(409);
    expect(late.body.error.data.refusal).toBe('already-captured');
    expect(reversal.body.result.data.payment).toMatchObject({
      status: 'reversed',
      reversed: 7_000,
      remaining: 0,
    });
  });

  test('makes one operation of twenty parallel twins, and refuses the key for another request', async ({
    desk,
    control,
  }) => {
    const api = await signInApi(desk.url, 'shipping');
    const made = await control.pay({ amount: 2_000 });
    const { id } = await awaitPayment(api, made.transId);
    const key = newKey();

    const twins = await Promise.all(
      Array.from({ length: 20 }, () =>
        api.mutate('payments.capture', { paymentId: id, amount: 2_000, closeRest: false, key }),
      ),
    );
    const reused = await api.mutate('payments.capture', {
      paymentId: id,
      amount: 1_000,
      closeRest: false,
      key,
    });

    const ids = new Set(
      twins.filter(({ status }) => status === 200).map(({ body }) => body.result.data.operation.id),
    );
    expect(ids.size).toBe(1);
    expect(reused.body.error.data.refusal).toBe('key-reused');
    expect(await steps(control, made.payId)).toEqual(['authorization 2000', 'capture 2000']);
  });

  for (const amount of [0, -1, 1.5, 99_999_999_999, '100', null]) {
    test(`answers the amount ${amount} with 400 and names the field`, async ({ desk }) => {
      const api = await signInApi(desk.url, 'manager');

      const answer = await api.mutate('payments.capture', {
        paymentId: newKey(),
        amount,
        closeRest: false,
        key: newKey(),
      });

      expect(answer.status).toBe(400);
      expect(JSON.stringify(answer.body)).toContain('amount');
    });
  }

  for (const refNr of ['Größe', 'a,b', 'x'.repeat(41)]) {
    test(`answers the RefNr ${refNr.slice(0, 8)} with 400 and names the field`, async ({
      desk,
    }) => {
      const api = await signInApi(desk.url, 'manager');

      const answer = await api.mutate('payments.capture', {
        paymentId: newKey(),
        amount: 100,
        closeRest: false,
        key: newKey(),
        refNr,
      });

      expect(answer.status).toBe(400);
      expect(JSON.stringify(answer.body)).toContain('refNr');
    });
  }

  test('refuses too much, too little, a stale version and what is over the limit, each by name', async ({
    desk,
    control,
  }) => {
    const manager = await signInApi(desk.url, 'manager');
    const service = await signInApi(desk.url, 'service');
    const made = await control.pay({ amount: 90_000 });
    const { id, version } = await awaitPayment(manager, made.transId);
    const capture = (amount: number, more: object = {}) =>
      manager.mutate('payments.capture', {
        paymentId: id,
        amount,
        closeRest: false,
        key: newKey(),
        ...more,
      });

    expect(refusal(await capture(90_001))).toBe('amount-too-high');
    expect(refusal(await capture(99))).toBe('amount-too-low');
    expect(refusal(await capture(100, { version: version + 7 }))).toBe('stale-version');
    expect((await capture(90_000)).status).toBe(200);
    const over = await service.mutate('payments.credit', {
      paymentId: id,
      amount: 50_001,
      reason: 'goodwill',
      key: newKey(),
    });

    expect(refusal(over)).toBe('over-limit');
    expect(over.body.error.data.details.limit).toBe(50_000);
    expect(await steps(control, made.payId)).toEqual(['authorization 90000', 'capture 90000']);
  });

  test('hides what belongs to another merchant, and refuses who lacks the right', async ({
    desk,
    control,
  }) => {
    const shipping = await signInApi(desk.url, 'shipping');
    const made = await control.pay({ amount: 3_000 });
    const { id } = await awaitPayment(shipping, made.transId);

    const unknown = await shipping.query('payments.get', { paymentId: newKey() });
    const forbidden = await shipping.mutate('payments.credit', {
      paymentId: id,
      amount: 100,
      reason: 'return',
      key: newKey(),
    });

    expect(unknown.status).toBe(404);
    expect(forbidden.status).toBe(403);
  });
});

function refusal(answer: Awaited<ReturnType<Api['mutate']>>): string {
  return answer.body.error.data.refusal;
}

async function steps(
  control: { ledger(payId: string): Promise<readonly { kind: string; amount: number }[]> },
  payId: string,
) {
  return (await control.ledger(payId)).map(({ kind, amount }) => `${kind} ${amount}`);
}
