import { expect, test } from 'vitest';
import { shareLookUp } from './share-look-up.ts';

test('a thousand who ask at once are one question, and the next one asks anew', async () => {
  const asked: string[] = [];
  let value = 1;
  const find = shareLookUp(async (key) => {
    asked.push(key);
    await Promise.resolve();
    return value;
  });

  const answers = await Promise.all(Array.from({ length: 1000 }, () => find('demo')));
  expect(new Set(answers)).toEqual(new Set([1]));
  expect(asked).toEqual(['demo']);

  value = 2;
  expect(await Promise.all([find('demo'), find('other')])).toEqual([2, 2]);
  expect(asked).toEqual(['demo', 'demo', 'other']);
});

test("a failure is everybody's, and not kept", async () => {
  const answers = ['away', 'here'];
  const find = shareLookUp(async () => {
    const answer = answers.shift();
    if (answer === 'away') throw new Error(answer);
    return answer;
  });

  const failed = await Promise.allSettled([find('demo'), find('demo')]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await find('demo')).toBe('here');
});
