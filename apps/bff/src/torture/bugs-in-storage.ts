import { randomUUID } from 'node:crypto';
import { NOTHING, type Statement } from './house-database.ts';
import type { SeededBug } from './seeded-bug.ts';

const DROP_ONE_OPEN = 'DROP INDEX operations_one_open';

/** Mistakes in the SQL: each one is a statement of the product with something left out. */
export const bugsInStorage: readonly SeededBug[] = [
  {
    name: 'no row lock',
    plant: changing(isLockOfPayment, ({ text, values }) => ({
      text: text.replace(' FOR UPDATE', ''),
      values,
    })),
  },
  {
    name: 'several open operations',
    schema: DROP_ONE_OPEN,
    plant: changing(isLockOfPayment, ({ text, values }) => ({
      text: text.replace(/\bopen_state\b/, 'NULL::text AS open_state'),
      values,
    })),
  },
  {
    name: 'what is in doubt is not counted as spent',
    schema: `${DROP_ONE_OPEN};
      CREATE UNIQUE INDEX operations_one_open ON operations (merchant_id, payment_id)
        WHERE state IN ('requested', 'sending')`,
    plant: changing(isLockOfPayment, ({ text, values }) => ({
      text: text
        .replace('credit_in_doubt', '0::bigint AS credit_in_doubt')
        .replace(
          /\bopen_state\b/,
          `CASE WHEN open_state IN ('requested', 'sending') THEN open_state END AS open_state`,
        ),
      values,
    })),
  },
  {
    name: 'no operation key',
    plant: changing(usesKey, ({ text, values }) => {
      const at = text.startsWith('INSERT') ? KEY_OF_INSERT : KEY_OF_SELECT;
      return { text, values: values.map((value, index) => (index === at ? randomUUID() : value)) };
    }),
  },
  {
    name: 'a missing audit line',
    plant: changing(
      ({ text }) => text.includes('INSERT INTO audit_log'),
      () => NOTHING,
    ),
  },
  {
    name: 'a stale screen is believed',
    plant: changing(isLockOfPayment, ({ text, values }) => ({
      text: text.replace(/\bversion\b/, '0 AS version'),
      values,
    })),
  },
];

const KEY_OF_INSERT = 11;
const KEY_OF_SELECT = 1;

function changing(
  applies: (statement: Statement) => boolean,
  change: (statement: Statement) => Statement,
): SeededBug['plant'] {
  return (mark) => ({
    rewrite: (statement) => {
      if (!applies(statement)) return statement;
      mark();
      return change(statement);
    },
  });
}

function isLockOfPayment({ text }: Statement): boolean {
  return text.includes('FROM payments') && text.endsWith('FOR UPDATE');
}

function usesKey({ text }: Statement): boolean {
  return text.startsWith('INSERT INTO operations') || text.includes('o.client_key = $2');
}
