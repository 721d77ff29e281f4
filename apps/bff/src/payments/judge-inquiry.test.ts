import { describe, expect, test } from 'vitest';
import { createClock } from '../clock.ts';
import { readEnv } from '../env.ts';
import { judgeInquiry } from './judge-inquiry.ts';

const MINUTE = 60_000;
const SENT = Date.UTC(2026, 10, 2, 9);
const env = readEnv({});
const at = (now: number) => ({ env, clock: { ...createClock(() => 0), now: () => now } });
const shows = { inquiryShowsReversals: 'unconfirmed' } as const;

const sent = {
  id: '0199c1f0-0000-7000-8000-000000000000',
  kind: 'capture',
  amount: 50_00,
  baseline: { auth: 80_00, cap: 10_00, cred: 5_00 },
  sentAt: SENT,
  evidence: [],
} as const;

const said = { lastStatus: null, payId: '', transId: '', xid: null, refNr: null };
const sums = (auth: number, cap: number, cred: number) =>
  ({ kind: 'amounts', amounts: { auth, cap, cred }, ...said }) as const;

describe('sums that speak for themselves', () => {
  test.each([
    ['executed', sums(80_00, 60_00, 5_00), 1, 'executed', 'executed'],
    ['nothing yet', sums(80_00, 10_00, 5_00), 1, 'no-change-yet', 'no-change-yet'],
    [
      'not executed, once it is quiet',
      sums(80_00, 10_00, 5_00),
      10,
      'not-executed',
      'not-executed',
    ],
    ['another captured sum, for people', sums(80_00, 20_00, 5_00), 1, 'review', 'contradicts'],
    ['another credited sum, for people', sums(80_00, 10_00, 6_00), 1, 'review', 'contradicts'],
    ['another authorized sum, for people', sums(79_00, 10_00, 5_00), 1, 'review', 'contradicts'],
  ] as const)('%s', (_, inquiry, minutes, evidence, verdict) => {
    const askedAt = SENT + minutes * MINUTE;
    const { amounts } = inquiry;

    const judged = judgeInquiry(at(askedAt + 1), shows, sent, { inquiry, askedAt });

    expect(judged.evidence).toBe(evidence);
    expect(judged.entry).toEqual({
      at: askedAt,
      verdict,
      amountAuth: amounts.auth,
      amountCap: amounts.cap,
      amountCred: amounts.cred,
    });
  });

  test('of a reversal that no inquiry may show: unchanged, and for people once it is quiet', () => {
    const reversal = { ...sent, kind: 'reversal' } as const;
    const inquiry = sums(80_00, 10_00, 5_00);
    const askedAt = SENT + 10 * MINUTE;

    const judged = judgeInquiry(at(askedAt), shows, reversal, { inquiry, askedAt });

    expect(judged.evidence).toBe('review');
    expect(judged.entry?.verdict).toBe('no-change-yet');
  });

  test.each([
    ['a capture after 10 minutes', 'capture', 10, 'not-executed'],
    ['a refund not after 10', 'credit', 10, 'no-change-yet'],
    ['a refund after 35', 'credit', 35, 'not-executed'],
  ] as const)(
    'an unchanged sum proves something of %s, to the millisecond',
    (_, kind, minutes, is) => {
      const look = (askedAt: number) =>
        judgeInquiry(
          at(askedAt),
          shows,
          { ...sent, kind },
          { inquiry: sums(80_00, 10_00, 5_00), askedAt },
        );

      expect(look(SENT + minutes * MINUTE).evidence).toBe(is);
      expect(look(SENT + minutes * MINUTE - 1).evidence).toBe('no-change-yet');
    },
  );

  test('asks again by the schedule, counted from the question and not from its answer', () => {
    const inquiry = sums(80_00, 10_00, 5_00);
    const look = { inquiry, askedAt: SENT + 3 * MINUTE };

    expect(judgeInquiry(at(SENT + 6 * MINUTE), shows, sent, look).dueAt).toBe(SENT + 5 * MINUTE);
  });
});

describe('no sums', () => {
  const failed = { inquiry: { kind: 'not-found', code: '20000001' }, askedAt: SENT } as const;
  const none = {
    verdict: 'unreachable',
    amountAuth: null,
    amountCap: null,
    amountCred: null,
  } as const;

  test('are one entry for a whole outage, and a new one after an answer', () => {
    const now = SENT + 20 * MINUTE;
    const entry = { at: SENT, ...none } as const;
    const answer = { ...entry, verdict: 'no-change-yet' } as const;
    const entries = (evidence: (typeof entry | typeof answer)[]) =>
      judgeInquiry(at(now), shows, { ...sent, evidence }, failed).entry;

    expect(entries([])).toEqual({ at: now, ...none });
    expect(entries([answer])).toEqual({ at: now, ...none });
    expect(entries([answer, entry])).toBeNull();
  });

  test.each([
    ['at the soonest after half a minute', '0000', 30_000],
    ['at the latest after a minute', 'ffff', 60_000],
  ])('are asked for again %s', (_, end, pause) => {
    const id = sent.id.slice(0, -4) + end;
    const now = SENT + 20 * MINUTE;

    const judged = judgeInquiry(at(now), shows, { ...sent, id }, failed);

    expect(judged).toMatchObject({ evidence: 'unreachable', dueAt: now + pause });
  });

  test('are asked for sooner where the schedule says so', () => {
    const now = SENT + 5 * MINUTE - 1_000;

    expect(judgeInquiry(at(now), shows, sent, failed).dueAt).toBe(SENT + 5 * MINUTE);
  });

  test.each([{ baseline: null }, { sentAt: null }])('are all that %o leaves', (missing) => {
    const look = { inquiry: sums(80_00, 60_00, 5_00), askedAt: SENT };

    expect(judgeInquiry(at(SENT), shows, { ...sent, ...missing }, look).evidence).toBe(
      'unreachable',
    );
  });
});
