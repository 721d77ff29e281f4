import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestGateway, type TestGateway } from '../testing.ts';

let gateway: TestGateway;
let dataDir: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'simulator-batch-'));
  gateway = await startTestGateway(dataDir);
});
afterAll(async () => {
  await gateway.close();
  rmSync(dataDir, { recursive: true });
});

async function hand(name: string, lines: readonly string[]) {
  const response = await fetch(`${gateway.url}/batches?name=${name}`, {
    method: 'POST',
    body: lines.map((line) => `${line}\r\n`).join(''),
  });
  return { status: response.status, text: await response.text() };
}

test('carries a file out record by record and writes Status and Code behind each', async () => {
  const one = await gateway.pay({ amount: 50_00 });
  const other = await gateway.pay({ amount: 30_00 });
  await gateway.fault('declined', { payId: other.payId });
  const records = [
    `Twint,Capture,5000,CHF,${one.transId},R-1,${one.payId}`,
    `Twint,Capture,3000,CHF,${other.transId},,${other.payId}`,
  ];

  const answer = await hand('T20261102desk_demo001.dat', [
    'HEAD,desk_demo,20261102,1.1',
    ...records,
    'FOOT,2,8000',
  ]);

  expect(answer.text.split('\r\n')).toEqual([
    'HEAD,desk_demo,20261102,1.1',
    `${records[0]},OK,00000000`,
    expect.stringMatching(new RegExp(`^${records[1]},FAILED,2\\d{3}0100$`)),
    'FOOT,2,8000',
    '',
  ]);
  const kinds = (await gateway.ledger(one.payId)).map(({ kind }) => kind);
  expect(kinds).toEqual(['authorization', 'capture']);
  expect(await gateway.ledger(other.payId)).toHaveLength(1);
});

test('does nothing of a file whose FOOT is wrong', async () => {
  const { payId, transId } = await gateway.pay({ amount: 50_00 });

  const answer = await hand('T20261102desk_demo002.dat', [
    'HEAD,desk_demo,20261102,1.1',
    `Twint,Capture,5000,CHF,${transId},,${payId}`,
    'FOOT,1,5001',
  ]);

  expect(answer).toMatchObject({ status: 400, text: expect.stringContaining('FOOT') });
  expect(await gateway.ledger(payId)).toHaveLength(1);
});

test('a group names its merchant in each record; a file dropped into the folder comes back as P', async () => {
  const { payId, transId } = await gateway.pay({ amount: 50_00 });
  const folder = join(dataDir, 'batch');
  const record = `Twint,Reverse,desk_demo,5000,CHF,${transId},,${payId}`;
  const lines = ['HEAD,the_group,20261102,2.1', record, 'FOOT,1,5000'];

  writeFileSync(join(folder, 'T20261102001the_group.dat'), lines.join('\n'));

  await vi.waitFor(() => expect(readdirSync(folder)).toEqual(['P20261102001the_group.dat']), 5000);
  const answer = readFileSync(join(folder, 'P20261102001the_group.dat'), 'latin1');
  expect(answer.split('\r\n')[1]).toBe(`${record},OK,00000000`);
});
