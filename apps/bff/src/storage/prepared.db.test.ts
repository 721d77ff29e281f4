import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from '../payments/testing.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** What the connection in hand has prepared. */
const PREPARED = 'SELECT statement FROM pg_prepared_statements ORDER BY statement';

test('a text with values is prepared once and finds what its values ask for', async () => {
  const client = await desk.deps.database.money.connect();
  try {
    const text = 'SELECT $1::int + 1 AS next';
    for (const value of [1, 2, 3]) {
      const { rows } = await client.query<{ next: number }>(text, [value]);
      expect(rows[0]?.next).toBe(value + 1);
    }

    await client.query({ text: 'SELECT $1::int + 2', values: [1] });
    const { rows } = await client.query<{ statement: string }>(PREPARED);
    expect(rows.map(({ statement }) => statement)).toContain(text);
    expect(rows.map(({ statement }) => statement)).not.toContain('SELECT $1::int + 2');
  } finally {
    client.release();
  }
});

test('lists are planned for their values every time', async () => {
  const client = await desk.deps.database.read.connect();
  try {
    await client.query('SELECT $1::int', [1]);
    const { rows } = await client.query(PREPARED);
    expect(rows).toEqual([]);
  } finally {
    client.release();
  }
});
