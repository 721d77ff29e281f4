/** Steps that people of the desk made on payments since `$1` (until `$2`): captures, credits, reversals, some declined. */
export const insertOperations = `
  INSERT INTO operations (id, merchant_id, payment_id, kind, amount, currency, close_rest, closes, ref_nr,
    reason, client_key, request_hash, req_id, state, result_status, result_code, xid, attempts,
    created_at, created_by, sent_at, resolved_at)
  SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || 'a'
      || substr(h, 4, 15))::uuid,
    merchant_id, payment_id, kind, amount, currency, closes > 0, closes, ref_nr,
    CASE kind WHEN 'credit' THEN (ARRAY['return', 'order-cancelled', 'price-correction', 'goodwill'])[1 + d % 4] END,
    md5('key' || h)::uuid, decode(md5('hash' || h), 'hex'), md5('req' || h), state,
    CASE state WHEN 'succeeded' THEN 'OK' WHEN 'failed' THEN 'FAILED' END,
    CASE state WHEN 'succeeded' THEN '00000000' WHEN 'failed' THEN '21501951' END,
    CASE WHEN state <> 'unknown' THEN md5('xid' || h) END, 1, at, person.id, at,
    CASE WHEN state <> 'unknown' THEN at + interval '400 milliseconds' END
  FROM (
    SELECT s.*, md5(payment_id::text || kind || state) AS h,
      (hashtextextended(payment_id::text, 5) & 1048575)::int AS d,
      least($2::timestamptz, p_created + wait * (0.05 + (hashtextextended(payment_id::text, 6) & 1023) / 1100.0)) AS at
    FROM (
      SELECT p.merchant_id, p.id AS payment_id, p.currency, p.ref_nr, p.created_at AS p_created, steps.*
      FROM payments p
      JOIN gateway_connections c ON c.merchant_id = p.merchant_id AND c.id = p.connection_id
      CROSS JOIN LATERAL (VALUES
        ('capture', p.captured, p.closed, 'succeeded', interval '5 days',
          p.captured > 0 AND c.mode = 'deferred' AND (hashtextextended(p.id::text, 7) & 1023) < 700),
        ('credit', p.refunded, 0, 'succeeded', interval '20 days', p.refunded > 0),
        ('reversal', p.reversed, 0, 'succeeded', interval '3 days', p.reversed > 0),
        ('capture', p.authorized, 0, 'failed', interval '4 days',
          p.authorized > 0 AND c.mode = 'deferred' AND (hashtextextended(p.id::text, 8) & 1023) < 15),
        ('capture', p.authorized, 0, 'unknown', interval '2 days', p.status = 'unknown')
      ) steps (kind, amount, closes, state, wait, happens)
      WHERE p.created_at >= $1 AND steps.happens
    ) s
  ) timed
  CROSS JOIN LATERAL (
    SELECT id FROM (SELECT m.user_id AS id, row_number() OVER (ORDER BY m.user_id) - 1 AS place,
        count(*) OVER () AS people
      FROM memberships m WHERE m.merchant_id IN (1, timed.merchant_id) AND m.role IN ('shipping', 'service', 'manager')) staff
    WHERE place = timed.d % people
  ) person`;

/** What was told of payments since `$1`: the authorization or its failure, and steps made outside. */
export const insertToldEvents = `
  INSERT INTO payment_events (merchant_id, payment_id, seq, fact, type, at, body)
  SELECT p.merchant_id, p.id, told.seq, told.fact, told.type, least($2::timestamptz, p.created_at + told.wait),
    told.body || jsonb_build_object('xid', md5('told' || told.seq || p.id))
  FROM payments p
  JOIN gateway_connections c ON c.merchant_id = p.merchant_id AND c.id = p.connection_id
  CROSS JOIN LATERAL (VALUES
    (1, 'authorized', 'authorized', interval '0', jsonb_build_object('amount', p.authorized, 'code', '00000000'),
      p.authorized > 0),
    (1, 'ended', 'failed', interval '1 minute', jsonb_build_object('code', '21500010'), p.lifecycle = 'failed'),
    (2, 'lapsed', 'lapsed', interval '169 hours', jsonb_build_object('amount', p.closed), p.captured = 0 AND p.closed > 0),
    (2, 'external-capture:1', 'external-capture', interval '26 hours', jsonb_build_object('amount', p.captured),
      p.captured > 0 AND NOT (c.mode = 'deferred' AND (hashtextextended(p.id::text, 7) & 1023) < 700))
  ) told (seq, fact, type, wait, body, happens)
  WHERE p.created_at >= $1 AND told.happens`;

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

/** A note on three payments of a thousand. */
export const insertNotes = `
  INSERT INTO notes (id, merchant_id, payment_id, text, created_by, created_at)
  SELECT (substr(p.id::text, 1, 24) || substr(md5('note' || p.id), 1, 12))::uuid, p.merchant_id, p.id,
    'Zweites Paket folgt am Freitag',
    (SELECT user_id FROM memberships WHERE role = 'manager' ORDER BY user_id LIMIT 1),
    p.created_at + interval '5 hours'
  FROM payments p WHERE (hashtextextended(p.id::text, 9) & 8191) < 25`;

/** The reports' sums by the hour, which the product keeps beside the facts. */
export const insertReportHours = `
  INSERT INTO report_hours (merchant_id, hour, connection_id, kind, detail, wait, count, amount)
  SELECT merchant_id, hour, connection_id, kind, detail, wait, count(*), sum(amount)
  FROM report_movements GROUP BY 1, 2, 3, 4, 5, 6`;
