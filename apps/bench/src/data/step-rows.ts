/** Steps that people of the desk made on payments since `$1` (until `$2`): captures, credits, reversals, some declined. */
export const insertOperations = `
  INSERT INTO operations (id, merchant_id, payment_id, kind, amount, currency, close_rest, closes, ref_nr,
    reason, client_key, request_hash, req_id, state, result_status, result_code, xid, attempts,
    created_at, created_by, sent_at, resolved_at)
  SELECT ('0' || to_hex((extract(epoch FROM at) * 1000)::bigint) || '7' || substr(h, 1, 3) || 'a'
      || substr(h, 4, 15))::uuid,
    merchant_id, payment_id, kind, amount, currency, closes > 0, closes, ref_nr,
    CASE kind WHEN 'credit' THEN (ARRAY['return', 'order-cancelled', 'price-correction', 'goodwill'])[1 + d % 4] END,
    md5('key' || h)::uuid, decode(md5('hash' || h), 'hex'), md5('req' || h), state,
    CASE state WHEN 'succeeded' THEN 'OK' WHEN 'failed' THEN 'FAILED' END,
    CASE state WHEN 'succeeded' THEN '00000000' WHEN 'failed' THEN '21501951' END,
    CASE WHEN state <> 'unknown' THEN md5('xid' || h) END, 1, at,
    people[1 + d % cardinality(people)], at,
    CASE WHEN state <> 'unknown' THEN at + interval '400 milliseconds' END
  FROM (
    SELECT s.*, md5(payment_id::text || kind || state) AS h,
      (uuid_hash_extended(payment_id, 5) & 1048575)::int AS d,
      least($2::timestamptz, p_created + wait * (0.05 + (uuid_hash_extended(payment_id, 6) & 1023) / 1100::float8)) AS at
    FROM (
      SELECT p.merchant_id, p.id AS payment_id, p.currency, p.ref_nr, p.created_at AS p_created, steps.*
      FROM payments p
      JOIN gateway_connections c ON c.merchant_id = p.merchant_id AND c.id = p.connection_id
      CROSS JOIN LATERAL (
        SELECT 'capture' AS kind, p.captured AS amount, p.closed AS closes, 'succeeded' AS state,
          interval '5 days' AS wait
        WHERE p.captured > 0 AND c.mode = 'deferred' AND (uuid_hash_extended(p.id, 7) & 1023) < 700
        UNION ALL
        SELECT 'credit', p.refunded, 0, 'succeeded', interval '20 days' WHERE p.refunded > 0
        UNION ALL
        SELECT 'reversal', p.reversed, 0, 'succeeded', interval '3 days' WHERE p.reversed > 0
        UNION ALL
        SELECT 'capture', p.authorized, 0, 'failed', interval '4 days'
        WHERE p.authorized > 0 AND c.mode = 'deferred' AND (uuid_hash_extended(p.id, 8) & 1023) < 15
        UNION ALL
        SELECT 'capture', p.authorized, 0, 'unknown', interval '2 days' WHERE p.status = 'unknown'
      ) steps
      WHERE p.created_at >= $1
    ) s
  ) timed
  CROSS JOIN (SELECT array_agg(user_id ORDER BY user_id) AS people FROM memberships
    WHERE role IN ('shipping', 'service', 'manager')) staff`;

/** What was told of payments since `$1`: the authorization or its failure, and steps made outside. */
export const insertToldEvents = `
  INSERT INTO payment_events (merchant_id, payment_id, seq, fact, type, at, body)
  SELECT p.merchant_id, p.id, told.seq, told.fact, told.type, least($2::timestamptz, p.created_at + told.wait),
    told.body
  FROM payments p
  JOIN gateway_connections c ON c.merchant_id = p.merchant_id AND c.id = p.connection_id
  CROSS JOIN LATERAL (
    SELECT 1 AS seq, 'authorized' AS fact, 'authorized' AS type, interval '0' AS wait,
      jsonb_build_object('amount', p.authorized, 'code', '00000000', 'xid', md5('told1' || p.id)) AS body
    WHERE p.authorized > 0
    UNION ALL
    SELECT 1, 'ended', 'failed', interval '1 minute',
      jsonb_build_object('code', '21500010', 'xid', md5('told1' || p.id))
    WHERE p.lifecycle = 'failed'
    UNION ALL
    SELECT 2, 'lapsed', 'lapsed', interval '169 hours',
      jsonb_build_object('amount', p.closed, 'xid', md5('told2' || p.id))
    WHERE p.captured = 0 AND p.closed > 0
    UNION ALL
    SELECT 2, 'external-capture:1', 'external-capture', interval '26 hours',
      jsonb_build_object('amount', p.captured, 'xid', md5('told2' || p.id))
    WHERE p.captured > 0 AND NOT (c.mode = 'deferred' AND (uuid_hash_extended(p.id, 7) & 1023) < 700)
  ) told
  WHERE p.created_at >= $1`;

/** What our own steps did. */
export const insertStepEvents = `
  INSERT INTO payment_events (merchant_id, payment_id, seq, fact, type, at, body, operation_id, actor_id)
  SELECT o.merchant_id, o.payment_id,
    CASE WHEN o.state = 'failed' THEN 9 WHEN o.kind = 'credit' THEN 3 ELSE 2 END,
    'operation:' || o.id || CASE o.state WHEN 'failed' THEN ':operation-declined' ELSE ':executed' END,
    CASE WHEN o.state = 'failed' THEN 'operation-declined' WHEN o.kind = 'capture' THEN 'captured'
         WHEN o.kind = 'credit' THEN 'credited' ELSE 'reversed' END,
    o.resolved_at,
    jsonb_build_object('code', o.result_code, 'xid', o.xid, 'reqId', o.req_id)
      || CASE o.state WHEN 'failed' THEN '{}' ELSE jsonb_build_object('amount', o.amount) END
      || CASE WHEN o.state = 'succeeded' AND o.kind = 'capture' THEN jsonb_build_object('closed', o.closes) ELSE '{}' END,
    o.id, o.created_by
  FROM operations o WHERE o.state IN ('succeeded', 'failed')`;

/** A note on each payment that says it has one: three of a thousand. */
export const insertNotes = `
  INSERT INTO notes (id, merchant_id, payment_id, text, created_by, created_at)
  SELECT (substr(p.id::text, 1, 24) || substr(md5('note' || p.id), 1, 12))::uuid, p.merchant_id, p.id,
    'Zweites Paket folgt am Freitag',
    (SELECT user_id FROM memberships WHERE role = 'manager' ORDER BY user_id LIMIT 1),
    p.created_at + interval '5 hours'
  FROM payments p WHERE noted`;

/** The reports' sums by the hour, which the product keeps beside the facts. */
export const insertReportHours = `
  INSERT INTO report_hours (merchant_id, hour, connection_id, kind, detail, wait, count, amount)
  SELECT merchant_id, hour, connection_id, kind, detail, wait, count(*), sum(amount)
  FROM report_movements GROUP BY 1, 2, 3, 4, 5, 6`;
