-- What people recorded as paid back past the gateway is a line of its own in the reports.

CREATE OR REPLACE VIEW report_movements AS
SELECT e.merchant_id, e.payment_id, e.seq, m.kind, p.connection_id, e.fact, e.type, e.at,
  date_trunc('hour', e.at, 'UTC') AS hour,
  -- Code of a failure or refusal, reason of a refund, way of a reimbursement, `desk` for other steps of
  -- ours, else empty.
  CASE
    WHEN m.kind IN ('failed', 'abandoned', 'declined') THEN coalesce(e.body ->> 'code', '')
    WHEN m.kind = 'refunded' AND e.operation_id IS NOT NULL THEN coalesce(o.reason, 'other')
    WHEN m.kind = 'reimbursed' THEN coalesce(e.body ->> 'how', 'other')
    WHEN e.operation_id IS NOT NULL THEN 'desk'
    ELSE ''
  END AS detail,
  -- Captures: the place of the time since the authorization among these minutes; 0 where it is not known.
  CASE WHEN m.kind = 'captured' AND m.amount > 0 AND p.authorized_at IS NOT NULL THEN
    width_bucket(floor(extract(epoch FROM e.at - p.authorized_at) / 60)::bigint, ARRAY[
      0, 5, 15, 30, 60, 120, 240, 360, 540, 720, 1080, 1440, 1800, 2160, 2520, 2880, 3240, 3600, 3960,
      4320, 4680, 5040, 5400, 5760, 6120, 6480, 6840, 7200, 7560, 7920, 8280, 8640, 9000, 9360, 9720,
      10080]::bigint[])
    ELSE 0 END AS wait,
  m.amount
FROM payment_events e
JOIN payments p ON p.merchant_id = e.merchant_id AND p.id = e.payment_id
LEFT JOIN operations o ON o.merchant_id = e.merchant_id AND o.id = e.operation_id
CROSS JOIN LATERAL (VALUES
  (CASE e.type
     WHEN 'authorized' THEN CASE e.fact WHEN 'authorized' THEN 'authorized' END
     WHEN 'captured' THEN 'captured' WHEN 'external-capture' THEN 'captured'
     WHEN 'credited' THEN 'refunded' WHEN 'external-credit' THEN 'refunded'
     WHEN 'reimbursed' THEN 'reimbursed'
     WHEN 'reversed' THEN 'reversed' WHEN 'external-reversal' THEN 'reversed'
     WHEN 'lapsed' THEN 'expired'
     WHEN 'failed' THEN 'failed' WHEN 'abandoned' THEN 'abandoned'
     WHEN 'operation-declined' THEN 'declined'
   END,
   CASE e.type
     WHEN 'failed' THEN 0 WHEN 'abandoned' THEN 0 WHEN 'operation-declined' THEN coalesce(o.amount, 0)
     ELSE (e.body ->> 'amount')::bigint
   END),
  (CASE e.type WHEN 'captured' THEN CASE WHEN (e.body ->> 'closed')::bigint > 0 THEN 'closed' END END,
   (e.body ->> 'closed')::bigint)
) AS m (kind, amount)
WHERE m.kind IS NOT NULL;

-- Rows behind that figure, newest first.
CREATE INDEX payment_events_reimbursed ON payment_events (merchant_id, type, at, payment_id, seq)
  WHERE type = 'reimbursed';
