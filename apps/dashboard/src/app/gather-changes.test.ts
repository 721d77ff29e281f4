import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Gathered, gatherChanges } from './gather-changes.ts';

const rounds: Gathered[] = [];
let answer: () => void;
let changes: ReturnType<typeof gatherChanges>;

beforeEach(() => {
  vi.useFakeTimers();
  changes = gatherChanges((gathered) => {
    rounds.push(gathered);
    return new Promise<void>((resolve) => {
      answer = resolve;
    });
  });
});
afterEach(() => {
  changes.stop();
  rounds.length = 0;
  vi.useRealTimers();
});

const storm = (hints: number) => {
  for (let at = 0; at < hints; at += 1) {
    changes.add({ type: 'payment', paymentId: `p-${at % 40}` });
  }
};

describe('gatherChanges', () => {
  it('answers a thousand hints with one round that knows every payment', async () => {
    storm(1_000);
    await vi.advanceTimersByTimeAsync(150);

    expect(rounds).toHaveLength(1);
    expect(rounds[0]).toMatchObject({ payments: true, everything: false, inbox: false });
    expect(rounds[0]?.paymentIds).toHaveProperty('size', 40);
  });

  it('never begins a round while one is under way, and forgets nothing that came meanwhile', async () => {
    storm(1);
    await vi.advanceTimersByTimeAsync(150);
    for (let second = 0; second < 8; second += 1) {
      storm(1_000);
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(rounds).toHaveLength(1);

    answer();
    await vi.advanceTimersByTimeAsync(999);
    expect(rounds).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(rounds).toHaveLength(2);
    expect(rounds[1]?.paymentIds).toHaveProperty('size', 40);
  });

  it.each([
    ['the server names none', 1],
    ['there are too many to name', 101],
  ])('reads every open payment where %s', async (_, named) => {
    if (named === 1) changes.add({ type: 'payments' });
    for (let at = 0; at < named; at += 1) changes.add({ type: 'payment', paymentId: `p-${at}` });
    await vi.advanceTimersByTimeAsync(150);

    expect(rounds[0]?.paymentIds).toBe('any');
  });

  it('is quiet after the last change was read', async () => {
    changes.add({ type: 'export' });
    await vi.advanceTimersByTimeAsync(150);
    answer();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(rounds).toEqual([
      {
        everything: false,
        payments: false,
        inbox: false,
        exports: true,
        links: false,
        paymentIds: new Set(),
      },
    ]);
  });

  it('goes on where the answers to a round never come', async () => {
    changes.add({ type: 'all' });
    await vi.advanceTimersByTimeAsync(150);
    changes.add({ type: 'inbox' });
    await vi.advanceTimersByTimeAsync(21_000);

    expect(rounds.map(({ everything, inbox }) => [everything, inbox])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('reads nothing any more once stopped', async () => {
    storm(3);
    changes.stop();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(rounds).toEqual([]);
  });
});
