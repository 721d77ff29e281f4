import { expect, test } from 'vitest';
import { withOwner } from '../storage/owner-connection.ts';
import { testDatabase } from '../storage/testing.ts';
import { bugsInAnswers } from './bugs-in-answers.ts';
import { bugsInProtocol } from './bugs-in-protocol.ts';
import { bugsInStorage } from './bugs-in-storage.ts';
import { runTorture } from './run-torture.ts';

const MINUTE = 60_000;
const bugs = [...bugsInAnswers, ...bugsInProtocol, ...bugsInStorage];

test('there are at least twelve bugs', () => {
  expect(bugs.length).toBeGreaterThanOrEqual(12);
});

test.each(bugs)('caught: $name', { timeout: 2 * MINUTE }, async ({ schema, plant }) => {
  const { appUrl, ownerUrl, drop } = await testDatabase();
  if (schema !== undefined) await withOwner(ownerUrl, (client) => client.query(schema));
  let marks = 0;
  const planted = plant(() => {
    marks += 1;
  });
  const variant = { ...planted, stopsAtViolation: true };
  try {
    const run = { url: appUrl, seed: 12, operations: 600, variant };
    const { violations } = await runTorture(run);

    expect(marks).toBeGreaterThan(0);
    expect(violations).not.toEqual([]);
  } finally {
    await drop();
  }
});
