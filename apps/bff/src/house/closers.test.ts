import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createClosers } from './closers.ts';

const log = pino({ level: 'silent' });

test('what was started last is stopped first, and once', async () => {
  const closers = createClosers(log);
  const stopped: string[] = [];
  for (const name of ['database', 'server', 'requests']) {
    await closers.add(name, () => stopped.push(name));
  }

  await Promise.all([closers.closeAll(), closers.closeAll()]);

  expect(stopped).toEqual(['requests', 'server', 'database']);
});

test('one part that does not stop keeps no other running', async () => {
  const closers = createClosers(log);
  const stopped: string[] = [];
  await closers.add('first', () => stopped.push('first'));
  await closers.add('second', () => Promise.reject(new Error('stuck')));

  await closers.closeAll();

  expect(stopped).toEqual(['first']);
});

test('what is started while stopping is stopped at once', async () => {
  const closers = createClosers(log);
  await closers.closeAll();
  const stopped: string[] = [];

  await closers.add('late', () => stopped.push('late'));

  expect(stopped).toEqual(['late']);
});
