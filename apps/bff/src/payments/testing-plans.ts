import type { Sql } from '../storage/database.ts';

type Statement = { readonly text: string; readonly values: unknown[] };

type Plan = {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Plan[];
};

/**
 * Which indexes a statement reads and whether it sorts. Whole-table scans are made as dear as can be:
 * one that is left means that there is no index for it.
 */
export async function explain(
  sql: Sql,
  statement: Statement,
): Promise<{ readonly indexes: readonly string[]; readonly scans: readonly string[] }> {
  const nodes = await nodesOf(sql, statement);
  return {
    indexes: [...new Set(nodes.flatMap((node) => node['Index Name'] ?? []))].toSorted((a, b) =>
      a.localeCompare(b),
    ),
    scans: nodes.flatMap((node) =>
      node['Node Type'] === 'Seq Scan' && node['Relation Name'] !== 'users'
        ? (node['Relation Name'] ?? [])
        : [],
    ),
  };
}

/** By what each index of a statement is entered: what is not named there is read and thrown away. */
export async function indexConditions(sql: Sql, statement: Statement): Promise<readonly string[]> {
  return (await nodesOf(sql, statement)).flatMap((node) => node['Index Cond'] ?? []);
}

async function nodesOf(sql: Sql, { text, values }: Statement): Promise<readonly Plan[]> {
  await sql.query('SET LOCAL enable_seqscan = off');
  const { rows } = await sql.query<{ 'QUERY PLAN': readonly [{ readonly Plan: Plan }] }>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    values,
  );
  return rows.flatMap((row) => flatten(row['QUERY PLAN'][0].Plan));
}

function flatten(plan: Plan): readonly Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(flatten)];
}

/**
 * Payments as a shop has them after two years, for two merchants: almost all captured, few open, a
 * handful in doubt; with the newest tenth's steps and some notes. Their statistics are taken.
 */
export async function fillForPlans(sql: Sql, connectionId: string, count: number): Promise<void> {
  await sql.query(
    `INSERT INTO merchants (id, name, created_at) VALUES (2, 'Seeladen', now()) ON CONFLICT DO NOTHING`,
  );
  await sql.query(
    `INSERT INTO gateway_connections (id, merchant_id, slug, label, brand, base_url, gateway_merchant_id,
       mode, cipher_key, mac_key, keys_set_at, created_at, updated_at)
     SELECT id, 2, 'second', label, brand, base_url, 'second', mode, cipher_key, mac_key, keys_set_at,
       created_at, updated_at FROM gateway_connections WHERE id = $1`,
    [connectionId],
  );
  await sql.query(
    `INSERT INTO payments (id, merchant_id, connection_id, pay_id, trans_id, ref_nr, order_desc, source,
       lifecycle, status, requested_amount, authorized, captured, refunded, capture_due, refund_due,
       twint_order_id, search, created_at, updated_at)
     SELECT gen_random_uuid(), merchant_id, connection_id, md5('p' || n), 'web_' || n, 'A-' || n,
       'Kaffee ' || md5('o' || n), CASE WHEN n % 100 = 0 THEN 'desk' ELSE 'shop' END, 'authorized',
       CASE WHEN n % 4000 = 7 THEN 'unknown' WHEN n % 50 = 1 THEN 'failed' WHEN n % 200 = 3 THEN 'authorized'
            WHEN n % 30 = 4 THEN 'refunded' ELSE 'captured' END,
       n * 7 % 90000, CASE WHEN n % 50 = 1 THEN 0 ELSE n * 7 % 90000 END,
       CASE WHEN n % 50 = 1 OR n % 200 = 3 THEN 0 ELSE n * 7 % 90000 END,
       CASE WHEN n % 30 = 4 AND n % 50 <> 1 AND n % 200 <> 3 THEN n * 7 % 90000 ELSE 0 END,
       CASE WHEN n % 200 = 3 THEN at + interval '7 days' ELSE 'infinity' END,
       CASE WHEN n % 50 = 1 OR n % 30 = 4 THEN 'infinity' ELSE at + interval '180 days' END,
       md5('t' || n)::uuid::text, 'web_' || n || ' a-' || n || ' kaffee ' || md5('o' || n), at, at
     FROM (SELECT n, now() - interval '730 days' * (1 - n::float8 / $1::int) AS at
           FROM generate_series(1, $1::int) n) drawn
     JOIN gateway_connections c ON c.slug = CASE WHEN n % 10 = 0 THEN 'second' WHEN n % 20 = 5
       THEN 'demo-sale' ELSE 'demo' END
     CROSS JOIN LATERAL (SELECT c.id AS connection_id) named`,
    [count],
  );
  await sql.query(
    `INSERT INTO operations (id, merchant_id, payment_id, kind, amount, currency, client_key, request_hash,
       req_id, state, result_code, xid, created_at, created_by)
     SELECT gen_random_uuid(), merchant_id, id, CASE WHEN refunded > 0 THEN 'credit' ELSE 'capture' END,
       captured, 'CHF', gen_random_uuid(), '\\x00', md5('r' || id), CASE status WHEN 'unknown' THEN 'unknown'
       ELSE 'succeeded' END, CASE WHEN captured % 900 = 1 THEN '21501951' ELSE '00000000' END,
       md5('x' || id), created_at, md5('u' || captured % 5)::uuid
     FROM payments WHERE captured > 0`,
  );
  await sql.query(
    `INSERT INTO payment_events (merchant_id, payment_id, seq, fact, type, at, body)
     SELECT merchant_id, id, 1, 'authorized', CASE WHEN authorized = 0 THEN 'failed' ELSE 'authorized' END,
       created_at, jsonb_build_object('amount', authorized, 'xid', md5('e' || id), 'code',
         CASE WHEN authorized = 0 THEN '21500010' ELSE '00000000' END)
     FROM payments`,
  );
  await sql.query(
    `INSERT INTO notes (id, merchant_id, payment_id, text, created_by, created_at)
     SELECT gen_random_uuid(), merchant_id, id, 'note', gen_random_uuid(), created_at
     FROM payments WHERE authorized % 300 = 7`,
  );
  await sql.query('UPDATE payments SET noted = true WHERE authorized % 300 = 7');
}
