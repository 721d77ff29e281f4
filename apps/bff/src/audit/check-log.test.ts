import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashAudit } from './audit-hash.ts';
import type { ChainHead, StoredLine } from './audit-store.ts';
import { checkLog } from './check-log.ts';
import { describeReport } from './describe-report.ts';
import { inOrder, makeLog } from './testing-log.ts';

const LINES = 40;
const { lines, heads } = makeLog([1, 2, 7], LINES);

type Tampered = {
  readonly lines: readonly StoredLine[];
  readonly heads: readonly ChainHead[];
  /** The first bad line of each merchant that has one. */
  readonly bad: Readonly<Record<number, number>>;
};

const merchant = fc.constantFrom(1, 2, 7);
const seq = fc.integer({ min: 1, max: LINES });
const spot = fc.record({ merchantId: merchant, seq });
type Spot = { readonly merchantId: number; readonly seq: number };

const isAt = (at: Spot) => (line: Spot) => line.merchantId === at.merchantId && line.seq === at.seq;
const others = (at: Spot) => lines.filter((line) => !isAt(at)(line));
const lineAt = (at: Spot): StoredLine => {
  const found = lines.find(isAt(at));
  if (found === undefined) throw new Error('no such line');
  return found;
};
const tampered = (changed: readonly StoredLine[], bad: Tampered['bad']): Tampered => ({
  lines: changed,
  heads,
  bad,
});

/** Flips one hex digit. */
const otherHex = (text: string) => (text.startsWith('0') ? '1' : '0') + text.slice(1);

const otherValues = {
  at: (line: StoredLine) => ({ at: line.at + 1 }),
  actorId: () => ({ actorId: '00000000-0000-7000-8000-999999999999' }),
  action: (line: StoredLine) => ({ action: `${line.action}x` }),
  subject: (line: StoredLine) => ({ subject: line.subject.slice(1) }),
  details: (line: StoredLine) => ({ details: line.details.replace('null', '"fraud"') }),
  prevHash: (line: StoredLine) => ({ prevHash: otherHex(line.prevHash) }),
  hash: (line: StoredLine) => ({ hash: otherHex(line.hash) }),
};
const field = fc.constantFrom(...Object.values(otherValues));

const changedField = fc.tuple(spot, field).map(([at, change]): Tampered => {
  const line = lineAt(at);
  const changed = [...others(at), { ...line, ...change(line) }];
  return tampered(changed, { [at.merchantId]: at.seq });
});

const renumbered = fc
  .tuple(spot, fc.integer({ min: LINES + 1, max: LINES + 9 }))
  .map(([at, to]): Tampered => {
    const changed = [...others(at), { ...lineAt(at), seq: to }];
    return tampered(changed, { [at.merchantId]: at.seq });
  });

const givenAway = fc.tuple(spot, merchant).filter(([at, to]) => at.merchantId !== to);
const movedToMerchant = givenAway.map(([at, to]): Tampered => {
  const changed = [...others(at), { ...lineAt(at), merchantId: to, seq: LINES + 1 }];
  return tampered(changed, { [at.merchantId]: at.seq, [to]: LINES + 1 });
});

const deleted = spot.map((at) => tampered(others(at), { [at.merchantId]: at.seq }));

const swapped = fc
  .tuple(merchant, seq, seq)
  .filter(([, one, other]) => one !== other)
  .map(([merchantId, one, other]): Tampered => {
    const first = lineAt({ merchantId, seq: one });
    const second = lineAt({ merchantId, seq: other });
    const rest = lines.filter((line) => line !== first && line !== second);
    const changed = [...rest, { ...first, seq: other }, { ...second, seq: one }];
    return tampered(changed, { [merchantId]: Math.min(one, other) });
  });

const doubled = spot.map((at) => tampered([...lines, lineAt(at)], { [at.merchantId]: at.seq }));

const appendedCopy = spot.map((at) =>
  tampered([...lines, { ...lineAt(at), seq: LINES + 1 }], { [at.merchantId]: LINES + 1 }),
);

/** Somebody cuts the end off and notes the new end as the last: only the anchor knows better. */
const truncated = spot.map(({ merchantId, seq: cut }): Tampered => {
  const kept = lines.filter((line) => line.merchantId !== merchantId || line.seq < cut);
  const last = kept.findLast((line) => line.merchantId === merchantId);
  const untouched = heads.filter((head) => head.merchantId !== merchantId);
  const head = last === undefined ? [] : [{ merchantId, seq: last.seq, hash: last.hash }];
  return { lines: kept, heads: [...untouched, ...head], bad: { [merchantId]: cut } };
});

const anyTampering = fc.oneof(
  { weight: 4, arbitrary: changedField },
  ...[renumbered, movedToMerchant, deleted, swapped, doubled, appendedCopy, truncated].map(
    (arbitrary) => ({ weight: 1, arbitrary }),
  ),
);

const firstBad = async (log: Tampered) => {
  const reports = await checkLog(inOrder(log.lines), log.heads, heads);
  const faults = reports.flatMap(({ merchantId, fault }) =>
    fault === null ? [] : [[merchantId, fault.seq]],
  );
  return Object.fromEntries(faults);
};

describe('a log as it was written', () => {
  test('is intact, and its heads are told', async () => {
    const reports = await checkLog(lines, heads, heads);

    expect(reports).toEqual(
      heads.map(({ merchantId, seq: last, hash }) => {
        return { merchantId, lines: last, hash, fault: null };
      }),
    );
  });

  test('may have grown since the anchor', async () => {
    const anchor = [{ merchantId: 2, seq: 5, hash: lineAt({ merchantId: 2, seq: 5 }).hash }];
    const reports = await checkLog(lines, heads, anchor);

    expect(reports.every(({ fault }) => fault === null)).toBe(true);
  });

  test('may be empty', async () => {
    expect(await checkLog([], [])).toEqual([]);
  });
});

test('1,000 of 1,000 random tamperings are noticed, and the first bad line is named', async () => {
  const found = { tamperings: 0, named: 0 };

  for (const log of fc.sample(anyTampering, { numRuns: 1_000, seed: 20_261_102 })) {
    found.tamperings += 1;
    const named = await firstBad(log);
    if (JSON.stringify(named) === JSON.stringify(log.bad)) found.named += 1;
  }

  expect(found).toEqual({ tamperings: 1_000, named: 1_000 });
});

describe('what is wrong', () => {
  const told = async (log: Pick<Tampered, 'lines' | 'heads'>, anchors = heads) =>
    (await checkLog(inOrder(log.lines), log.heads, anchors))
      .filter(({ fault }) => fault !== null)
      .map(describeReport);
  const at = { merchantId: 2, seq: 10 };
  const bad = (text: string) => [`merchant 2: NOT INTACT: ${text}`];

  test('a changed line', async () => {
    const log = tampered([...others(at), { ...lineAt(at), subject: 'payment:0' }], {});
    expect(await told(log)).toEqual(bad('line 10 was changed after it was written'));
  });

  test('a missing line', async () => {
    expect(await told(tampered(others(at), {}))).toEqual(bad('line 10 is missing'));
  });

  test('a line there twice', async () => {
    const log = tampered([...lines, lineAt(at)], {});
    expect(await told(log)).toEqual(bad('line 10 is there twice'));
  });

  test('two lines that changed places', async () => {
    const second = lineAt({ merchantId: 2, seq: 20 });
    const rest = others(at).filter((line) => line !== second);
    const log = tampered([...rest, { ...lineAt(at), seq: 20 }, { ...second, seq: 10 }], {});
    expect(await told(log)).toEqual(bad('line 10 is not the one that was written after line 9'));
  });

  test('a log cut to nothing', async () => {
    const log = {
      lines: lines.filter(({ merchantId }) => merchantId !== 2),
      heads: heads.filter(({ merchantId }) => merchantId !== 2),
    };
    expect(await told(log)).toEqual(bad('line 1 is missing'));
    expect(await told(log, [])).toEqual([]);
  });

  test('a line written anew with all that follow it is seen by the anchor alone', async () => {
    let prevHash = lineAt({ merchantId: 2, seq: 9 }).hash;
    const forged = lines.map((line) => {
      if (line.merchantId !== 2 || line.seq < 10) return line;
      const subject = line.seq === 10 ? 'payment:0' : line.subject;
      const written = { ...line, subject, prevHash };
      prevHash = hashAudit(written);
      return { ...written, hash: prevHash };
    });
    const ends = heads.map((head) => (head.merchantId === 2 ? { ...head, hash: prevHash } : head));

    expect(await told({ lines: forged, heads: ends }, [])).toEqual([]);
    expect(await told({ lines: forged, heads: ends })).toEqual(
      bad('line 40 is not the one in the anchor; it or a line before it was written anew'),
    );
    expect(await told({ lines: forged, heads }, [])).toEqual(
      bad('line 40 is not the one that was noted as the last'),
    );
  });

  test('a line behind the one noted as the last', async () => {
    const log = {
      lines,
      heads: heads.map((head) => (head.merchantId === 2 ? { ...head, seq: 39 } : head)),
    };
    expect(await told(log)).toEqual(bad('line 40 is behind the one that was noted as the last'));
  });
});
