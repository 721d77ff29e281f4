import fc from 'fast-check';
import { seal } from 'paygate-core/wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoCipher, startTestGateway, type TestGateway } from './testing.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

const endpoints = ['twint', 'capture', 'reverse', 'credit', 'inquire', 'inquire24'];

const send = (endpoint: string, body: string | Uint8Array<ArrayBuffer>) =>
  fetch(`${gateway.url}/${endpoint}.aspx`, { method: 'POST', body });

describe('whatever arrives', () => {
  test('is answered, and moves no money', async () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...endpoints), bytes, async (endpoint, noise) => {
        expect((await send(endpoint, new Uint8Array(noise))).status).toBe(200);
      }),
      { numRuns: 150 },
    );

    expect((await gateway.json('GET', '/control/ledger')).body).toEqual({ entries: [] });
  });

  test('sealed with the right key is answered just as well', async () => {
    const value = fc.stringMatching(/^[\x20-\x25\x27-\x7e]{0,70}$/);
    const fields = fc.record({
      MerchantID: fc.constantFrom('desk_demo', 'desk_other', ''),
      PayID: value,
      TransID: value,
      Amount: value,
      MAC: value,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...endpoints), fields, async (endpoint, record) => {
        const { len, data } = seal(demoCipher, Object.entries(record));
        const answer = await send(endpoint, `MerchantID=desk_demo&Len=${len}&Data=${data}`);
        expect(answer.status).toBe(200);
        expect(await answer.text()).toMatch(/Status=FAILED|class="code"|^Len=/);
      }),
      { numRuns: 150 },
    );
  });
});

describe('any history of steps', () => {
  test('never takes more than was authorized, nor gives back more than was captured', async () => {
    const step = fc.record({
      kind: fc.constantFrom('capture', 'reversal', 'credit'),
      amount: fc.integer({ min: 100, max: 6000 }),
      closeRest: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { payId } = await gateway.pay();
        const standing: { kind: string; amount: number }[] = [];
        for (const wish of steps) {
          const answer = await gateway.json('POST', '/control/actions', { payId, ...wish });
          if (answer.status === 200) book(standing, wish);
        }

        const sum = (kind: string) =>
          standing
            .filter((each) => each.kind === kind)
            .reduce((all, { amount }) => all + amount, 0);
        expect(sum('capture') + sum('reversal')).toBeLessThanOrEqual(10_000);
        expect(sum('credit')).toBeLessThanOrEqual(sum('capture'));
        const inquiry = await gateway.call('inquire', { PayID: payId }, { mac: null });
        const { parameters } = inquiry.kind === 'answer' ? inquiry : { parameters: null };
        expect(parameters?.get('AmountCap')).toBe(String(sum('capture')));
        expect(parameters?.get('AmountCred')).toBe(String(sum('credit')));
        expect(parameters?.get('AmountAuth')).toBe(String(10_000 - sum('reversal')));
      }),
      { numRuns: 60 },
    );
  });
});

/** A second, simpler account: a reversal shortens the last capture or credit that stands. */
function book(
  standing: { kind: string; amount: number }[],
  { kind, amount }: { kind: string; amount: number },
): void {
  const last =
    kind === 'reversal' ? standing.findLast((each) => each.kind !== 'reversal') : undefined;
  if (last === undefined) {
    standing.push({ kind, amount });
    return;
  }
  last.amount -= amount;
  if (last.amount === 0) standing.splice(standing.indexOf(last), 1);
}
