import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WireError } from '../wire/wire-error.ts';
import { type BatchOrders, readAnswer } from './answer.ts';
import { BatchError } from './batch-error.ts';
import { buildBatch } from './build.ts';
import { readFileName, writeFileName } from './file-name.ts';
import { type BatchLayout, recordLayouts, safeLayout } from './layout.ts';
import { largestFile, parseBatch } from './parse.ts';
import { type BatchRecord, batchActions } from './record.ts';

const characters = (from: string, max: number) =>
  fc.string({ unit: fc.constantFrom(...from), minLength: 1, maxLength: max });
const safe = 'abcXYZ019_-';
const payId = fc.string({ unit: fc.constantFrom(...'abcdef019'), minLength: 32, maxLength: 32 });
const record = (group: boolean) =>
  fc.record({
    action: fc.constantFrom(...batchActions),
    merchantId: group ? characters(safe, 30) : fc.constant(null),
    amount: fc.integer({ min: 1, max: 9_999_999_999 }),
    currency: fc.constant('CHF' as const),
    transId: characters(`${safe}=()!.~/`, 64),
    refNr: fc.option(characters(safe, 40)),
    payId,
  });
const orders: fc.Arbitrary<BatchOrders> = fc
  .record({
    version: fc.constantFrom('1.1', '1.2', '2.1', '2.9'),
    dateFormat: fc.constantFrom('YYYYMMDD', 'YYYY-MM-DD', 'DD.MM.YYYY'),
    count: fc.constantFrom('records', 'lines'),
  })
  .chain((layout) =>
    fc.record({
      layout: fc.constant(layout),
      head: fc.record({ merchantId: characters(safe, 30), day: fc.constant('2026-11-20') }),
      records: fc.uniqueArray(record(layout.version.startsWith('2.')), {
        minLength: 1,
        maxLength: 8,
        selector: ({ merchantId, transId }) => `${merchantId} ${transId}`,
      }),
    }),
  );

const bytes = (text: string): Uint8Array[] => [Buffer.from(text, 'latin1')];
const textOf = ({ layout, head, records }: BatchOrders) =>
  [...buildBatch(layout, head, records)].join('');
const read = (text: string, layout: BatchLayout = safeLayout) =>
  [...parseBatch(bytes(text), { phase: 'order', count: layout.count })].flatMap((part) =>
    part.kind === 'record' ? [part.record] : [],
  );

/** The answer of a batch manager that says the same of every record, or what `says` says. */
function answerTo(asked: BatchOrders, says = (_at: number) => 'OK,00000000'): string {
  let at = -1;
  return textOf(asked).replace(/^(Twint,.*)\r$/gm, (_, line: string) => {
    at += 1;
    return `${line},${says(at)}\r`;
  });
}

function problemOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof BatchError) return `${error.line} ${error.field} ${error.problem}`;
    if (error instanceof WireError) return `${error.parameter}: ${error.rule}`;
    throw error;
  }
  return 'none';
}

const order: BatchRecord = {
  action: 'Capture',
  merchantId: null,
  amount: 14_990,
  currency: 'CHF',
  transId: 'T-1',
  refNr: 'A-1',
  payId: 'a'.repeat(32),
};
const two: BatchOrders = {
  layout: safeLayout,
  head: { merchantId: 'desk_demo', day: '2026-11-20' },
  records: [order, { ...order, action: 'Credit', transId: 'T-2', refNr: null, amount: 10 }],
};

test('a file is what the documents print', () => {
  expect(textOf(two)).toBe(
    [
      'HEAD,desk_demo,20261120,1.1',
      `Twint,Capture,14990,CHF,T-1,A-1,${order.payId}`,
      `Twint,Credit,10,CHF,T-2,,${order.payId}`,
      'FOOT,2,15000',
      '',
    ].join('\r\n'),
  );
  const group = { ...two, layout: { ...safeLayout, version: '2.1', count: 'lines' as const } };
  const records = [{ ...order, merchantId: 'shop_7' }];
  expect(textOf({ ...group, records })).toBe(
    `HEAD,desk_demo,20261120,2.1\r\nTwint,Capture,shop_7,14990,CHF,T-1,A-1,${order.payId}\r\nFOOT,3,14990\r\n`,
  );
});

test('what is built is read back as it was, with either line end and in any pieces', () => {
  fc.assert(
    fc.property(orders, fc.integer({ min: 1, max: 50 }), fc.boolean(), (asked, size, unix) => {
      const text = unix ? textOf(asked).replaceAll('\r', '') : textOf(asked);
      const whole = Buffer.from(text, 'latin1');
      const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, at) =>
        whole.subarray(at * size, (at + 1) * size),
      );
      const parts = [...parseBatch(pieces, { phase: 'order', count: asked.layout.count })];

      expect(parts.flatMap((part) => (part.kind === 'record' ? [part.record] : []))).toEqual(
        asked.records,
      );
      expect(parts.at(-1)).toMatchObject({ kind: 'foot', count: asked.records.length });
    }),
    { numRuns: 1_000 },
  );
});

test.each<[string, Partial<BatchRecord>]>([
  ['TransID', { transId: 'T,1' }],
  ['TransID', { transId: 'T 1' }],
  ['TransID', { transId: 'Tö' }],
  ['RefNr', { refNr: 'A,1' }],
  ['Amount', { amount: 0 }],
  ['Amount', { amount: 1.5 }],
  ['Amount', { amount: 10_000_000_000 }],
  ['PayID', { payId: 'short' }],
])('%s that would break a file is refused by name', (field, change) => {
  const asked = { ...two, records: [{ ...order, ...change }] };
  expect(problemOf(() => textOf(asked))).toMatch(new RegExp(`^${field}: `));
});

const wrong: [string, (text: string) => string][] = [
  ['1 Type head-missing', () => ''],
  ['1 Type head-missing', (text) => text.replace('HEAD', 'head')],
  ['1 line byte-order-mark', (text) => `\xef\xbb\xbf${text}`],
  ['1 MerchantID format', (text) => text.replace('desk_demo', 'desk demo')],
  ['1 record field-count', (text) => text.replace(',1.1', '')],
  ['1 Version format', (text) => text.replace(',1.1', ',3.1')],
  ['2 line encoding', (text) => text.replace('T-1', 'T-ä')],
  ['2 line encoding', (text) => text.replace('T-1', 'T-\0')],
  ['2 line line-end', (text) => text.replace('T-1', 'T\r1')],
  ['2 line line-too-long', (text) => text.replace('T-1', 'T'.repeat(400))],
  ['2 line empty-line', (text) => text.replace('\r\n', '\r\n\r\n')],
  ['2 Type unknown-record', (text) => text.replace('Twint', 'Twnt')],
  ['2 Action format', (text) => text.replace('Capture', 'Charge')],
  ['2 Amount format', (text) => text.replace('14990', '014990')],
  ['2 Currency format', (text) => text.replace('CHF', 'EUR')],
  ['2 RefNr format', (text) => text.replace('A-1', '=A1')],
  ['2 record field-count', (text) => text.replace('A-1,', '')],
  ['3 PayID format', (text) => text.replace(`,,${order.payId}`, `,,${order.payId}x`)],
  ['4 FOOT foot-missing', (text) => text.replace(/FOOT.*\r\n/, '')],
  ['4 CountRecords count-differs', (text) => text.replace('FOOT,2', 'FOOT,3')],
  ['4 CountRecords format', (text) => text.replace('FOOT,2', 'FOOT,02')],
  ['4 SumAmount sum-differs', (text) => text.replace('15000', '15001')],
  ['4 SumAmount format', (text) => text.replace('15000', '9'.repeat(40))],
  ['5 line after-foot', (text) => `${text}FOOT,2,15000\r\n`],
];
test.each(wrong)('%s', (problem, change) => {
  expect(problemOf(() => read(change(textOf(two))))).toBe(problem);
});

test('B07: a file without end is refused before it is held, a line without end as well', () => {
  let given = 0;
  const piece = Buffer.from(`Twint,Capture,1,CHF,T,A,${'a'.repeat(32)}\n`.repeat(1_000));
  function* endless() {
    yield Buffer.from('HEAD,desk_demo,20261120,1.1\n');
    for (;;) {
      given += piece.length;
      yield piece;
    }
  }
  const problem = problemOf(() => [...parseBatch(endless(), { phase: 'order', count: 'records' })]);
  expect(problem).toBe('10002 record too-many-records');
  expect(given).toBeLessThan(largestFile);
});

describe('an answer', () => {
  const answer = answerTo(two);
  const problem = (change: (text: string) => string) =>
    problemOf(() => readAnswer(two, bytes(change(answer))));

  test('is read by the rules of the wire', () => {
    const says = ['OK,00000000', 'FAILED,20600074', 'FAILED,20000051', 'OK,00000001'];
    const records = says.map((_, at) => ({ ...order, transId: `T-${at}` }));
    const asked = { ...two, records };

    const { answered } = readAnswer(asked, bytes(answerTo(asked, (at) => says[at] ?? '')));

    expect(answered.map(({ verdict }) => verdict)).toEqual([
      'success',
      'decline',
      'unknown',
      'unknown',
    ]);
  });

  test.each([
    ['1 MerchantID other-merchant', (text: string) => text.replace('desk_demo', 'desk_other')],
    ['1 Date other-date', (text: string) => text.replace('20261120', '20261119')],
    ['1 Version other-version', (text: string) => text.replace(',1.1', ',1.2')],
    ['1 Version other-version', (text: string) => text.replace(',1.1', ',1.0')],
    ['2 TransID unknown-line', (text: string) => text.replace('T-1', 'T-9')],
    ['2 Action changed', (text: string) => text.replace('Capture', 'Credit')],
    ['2 RefNr changed', (text: string) => text.replace('A-1', 'A-2')],
    ['2 PayID changed', (text: string) => text.replace('aaaa,OK', 'aaab,OK')],
    [
      '2 Amount changed',
      (text: string) => text.replace('14990', '14991').replace('15000', '15001'),
    ],
    ['2 Code code-missing', (text: string) => text.replace(',00000000', '')],
    ['2 Code format', (text: string) => text.replace(',00000000', ',0000000')],
    ['2 record field-count', (text: string) => text.replace(',OK,00000000', '')],
  ])('B05 B06: %s', (expected, change) => {
    expect(problem(change)).toBe(expected);
  });

  test('B04: a line that comes twice is refused, whatever FOOT says', () => {
    const twice = answer
      .replace(/^(Twint,Credit.*\r\n)/m, '$1$1')
      .replace('FOOT,2,15000', 'FOOT,3,15010');
    expect(problemOf(() => readAnswer(two, bytes(twice)))).toBe('4 TransID line-twice');
  });

  test('B05: a line that is missing from a file that adds up is named, and only that', () => {
    const shorter = answer.replace(/^Twint,Credit.*\r\n/m, '').replace('2,15000', '1,14990');
    expect(readAnswer(two, bytes(shorter))).toMatchObject({
      answered: [{ order: 0, verdict: 'success' }],
      missing: [1],
    });
    expect(
      problemOf(() => readAnswer(two, bytes(answer.replace(/^Twint,Credit.*\r\n/m, '')))),
    ).toBe('3 CountRecords count-differs');
  });

  test('B04: the order of its lines does not matter', () => {
    fc.assert(
      fc.property(orders, fc.infiniteStream(fc.nat()), (asked, dice) => {
        const [head, ...rest] = answerTo(asked).split('\r\n');
        const lines = rest.slice(0, -2);
        const shuffled = lines
          .map((line) => ({ line, at: dice.next().value ?? 0 }))
          .sort((one, other) => one.at - other.at)
          .map(({ line }) => line);
        const text = [head, ...shuffled, ...rest.slice(-2)].join('\r\n');
        const { answered, missing } = readAnswer(asked, bytes(text));

        expect(missing).toEqual([]);
        expect(answered.map(({ order: at }) => at).sort((a, b) => a - b)).toEqual(
          asked.records.map((_, at) => at),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('B02: cut anywhere, it counts only where nothing but the last line end is lost', () => {
    fc.assert(
      fc.property(orders, fc.nat(), (asked, dice) => {
        const text = answerTo(asked);
        const cut = dice % text.length;
        const isWhole = text.length - cut <= 2;

        expect(problemOf(() => readAnswer(asked, bytes(text.slice(0, cut)))) === 'none').toBe(
          isWhole,
        );
      }),
      { numRuns: 2_000 },
    );
  });

  /** Which field of a line is whose: by name, in the order of the line. */
  const fieldsOf = (version: string, type: string): readonly string[] => {
    if (type === 'HEAD') return ['Type', 'MerchantID', 'Date', 'Version'];
    if (type === 'FOOT') return ['Type', 'CountRecords', 'SumAmount'];
    return recordLayouts(version, 'answer')[0] ?? [];
  };
  /** The name of the field that the byte at this place belongs to; `,` and line ends to `between`. */
  function fieldAt(text: string, place: number, version: string): string {
    const start = text.lastIndexOf('\n', place - 1) + 1;
    const line = text.slice(start).split('\r\n', 1)[0] ?? '';
    if (place >= start + line.length || text[place] === ',') return 'between';
    const names = fieldsOf(version, line.split(',', 1)[0] ?? '');
    return names[text.slice(start, place).split(',').length - 1] ?? '';
  }

  /**
   * How one altered byte of Status or Code may change what is believed of a line: not at all, or to
   * "ask". Files carry no MAC, so of a line that FAILED in doubt the code may turn into a final one;
   * never into money moved.
   */
  const harmless = (before: string, after: string, code: string) =>
    after === before || after === 'unknown' || (after === 'decline' && !code.startsWith('0'));

  test('B03 B05: any byte that is altered is noticed, but for a harmless one of Status or Code', () => {
    const codes = ['OK,00000000', 'FAILED,20600074', 'FAILED,20000051', 'FAILED,40500000'];
    fc.assert(
      fc.property(orders, fc.nat(), fc.integer({ min: 1, max: 255 }), (asked, dice, change) => {
        const text = answerTo(asked, (at: number) => codes[at % codes.length] ?? '');
        const whole = Buffer.from(text, 'latin1');
        const before = readAnswer(asked, [whole]).answered;
        const at = dice % whole.length;
        whole[at] = (whole[at] ?? 0) ^ change;
        let after: ReturnType<typeof readAnswer>;
        try {
          after = readAnswer(asked, [whole]);
        } catch (error) {
          expect(error).toBeInstanceOf(BatchError);
          return;
        }
        expect(fieldAt(text, at, asked.layout.version)).toMatch(/^(Status|Code)$/);
        expect(after.missing).toEqual([]);
        for (const line of before) {
          const now = after.answered.find(({ order: place }) => place === line.order);
          expect(harmless(line.verdict, now?.verdict ?? '', line.code)).toBe(true);
        }
      }),
      { numRuns: 6_000 },
    );
  }, 120_000);

  /** What each field of a record could say instead, so that the line still is one of a file. */
  const instead: Readonly<Record<string, fc.Arbitrary<string>>> = {
    Type: fc.constantFrom('twint', 'Visa'),
    Action: fc.constantFrom(...batchActions),
    MID: characters(safe, 30),
    Amount: fc.integer({ min: 1, max: 9_999_999_999 }).map(String),
    Currency: fc.constantFrom('EUR', 'USD'),
    TransID: characters(safe, 64),
    RefNr: fc.oneof(characters(safe, 40), fc.constant('')),
    PayID: payId,
  };
  const otherHead: Readonly<Record<string, fc.Arbitrary<string>>> = {
    MerchantID: characters(safe, 30),
    Date: fc.constantFrom('20261121', '2026-11-21', '21.11.2026', '20251120'),
    Version: fc.constantFrom('1.1', '1.2', '1.9', '2.1', '2.8', '2.9'),
  };
  const withField = (line: string, at: number, value: string) =>
    line.split(',').toSpliced(at, 1, value).join(',');
  /** FOOT as it has to be behind these lines. */
  function closed(lines: readonly string[], { layout }: BatchOrders): string {
    const records = lines.slice(1);
    const place = (recordLayouts(layout.version, 'order')[0] ?? []).indexOf('Amount');
    const sum = records.reduce((all, line) => all + BigInt(line.split(',')[place] ?? 0), 0n);
    const count = layout.count === 'lines' ? records.length + 2 : records.length;
    return [...lines, `FOOT,${count},${sum}`, ''].join('\r\n');
  }
  const linesOf = (asked: BatchOrders) => answerTo(asked).split('\r\n').slice(0, -2);

  test.each(Object.entries(instead))(
    'B05: another %s is noticed, also where FOOT adds up',
    (name, other) => {
      fc.assert(
        fc.property(orders, fc.nat(), other, (asked, dice, value) => {
          const names = recordLayouts(asked.layout.version, 'answer')[0] ?? [];
          const lines = linesOf(asked);
          const at = 1 + (dice % asked.records.length);
          const place = (names as readonly string[]).indexOf(name);
          const line = lines[at] ?? '';
          fc.pre(place !== -1 && line.split(',')[place] !== value);
          const changed = closed(lines.toSpliced(at, 1, withField(line, place, value)), asked);

          expect(() => readAnswer(asked, bytes(changed))).toThrow(BatchError);
        }),
        { numRuns: 500 },
      );
    },
  );

  test("B04: a line in another one's place, or once more, is noticed also where FOOT adds up", () => {
    fc.assert(
      fc.property(orders, fc.nat(), fc.nat(), (asked, from, to) => {
        const lines = linesOf(asked);
        const twice = lines[1 + (from % asked.records.length)] ?? '';
        const place = 1 + (to % lines.length);
        fc.pre(lines[place] !== twice);
        const changed = closed(lines.toSpliced(place, 1, twice), asked);

        expect(() => readAnswer(asked, bytes(changed))).toThrow(BatchError);
      }),
      { numRuns: 500 },
    );
  });

  test.each(Object.entries(otherHead))('B05: another %s of HEAD is noticed', (name, other) => {
    fc.assert(
      fc.property(orders, other, (asked, value) => {
        const lines = linesOf(asked);
        const place = fieldsOf('', 'HEAD').indexOf(name);
        const head = lines[0] ?? '';
        fc.pre(head.split(',')[place] !== value);
        const changed = closed(lines.toSpliced(0, 1, withField(head, place, value)), asked);

        expect(() => readAnswer(asked, bytes(changed))).toThrow(BatchError);
      }),
      { numRuns: 500 },
    );
  });

  test.each(['CountRecords', 'SumAmount'])('B05: another %s of FOOT is noticed', (name) => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 0, max: 10 ** 15 }), (asked, value) => {
        const lines = answerTo(asked).split('\r\n');
        const place = fieldsOf('', 'FOOT').indexOf(name);
        const foot = lines.at(-2) ?? '';
        fc.pre(foot.split(',')[place] !== String(value));
        const changed = lines.with(-2, withField(foot, place, String(value))).join('\r\n');

        expect(() => readAnswer(asked, bytes(changed))).toThrow(BatchError);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the name of a file', () => {
  const name = { phase: 'T', day: '2026-11-20', merchantId: 'desk_demo7', counter: 12 } as const;

  test('has its parts in the order the channel wants', () => {
    expect(writeFileName(name, 'back-office')).toBe('T20261120desk_demo7012.dat');
    expect(writeFileName(name, 'transfer')).toBe('T20261120012desk_demo7.dat');
  });

  test.each(['back-office', 'transfer'] as const)('is read back as it was: %s', (by) => {
    expect(readFileName(writeFileName(name, by), by)).toEqual(name);
    expect(readFileName(`p${writeFileName(name, by).slice(1, -3)}DAT`, by)).toEqual({
      ...name,
      phase: 'P',
    });
  });

  test.each(['T20261120desk_demo000.dat', 'X20261120desk_demo001.dat', 'T2026desk.dat', 'a/b'])(
    '%s is none',
    (text) => {
      expect(readFileName(text, 'back-office')).toBeNull();
    },
  );

  test.each([0, 1000, 1.5])('the counter %s fits no name', (counter) => {
    expect(problemOf(() => writeFileName({ ...name, counter }, 'transfer'))).toMatch(/^Counter/);
  });
});
