-- What lists and searches of ten million payments need: each index answers filters of the screen in
-- the order of the screen. `text_pattern_ops` lets a prefix use the index under every collation.

-- TWINT's own number of the order, as the gateway reports it.
ALTER TABLE payments ADD COLUMN twint_order_id text;

CREATE INDEX payments_twint_order ON payments (connection_id, twint_order_id text_pattern_ops)
  WHERE twint_order_id IS NOT NULL;
CREATE INDEX payments_ref_nr ON payments (merchant_id, ref_nr text_pattern_ops) WHERE ref_nr IS NOT NULL;
CREATE INDEX payments_connection_created ON payments (merchant_id, connection_id, created_at, id);
CREATE INDEX payments_source_created ON payments (merchant_id, source, created_at, id)
  WHERE source <> 'shop';
CREATE INDEX payments_refunded_created ON payments (merchant_id, created_at, id) WHERE refunded > 0;

-- Single steps: what we asked for ourselves, and what the gateway told of.
CREATE INDEX operations_created ON operations (merchant_id, created_at, id);
CREATE INDEX operations_amount ON operations (merchant_id, amount, id);
CREATE INDEX operations_kind_created ON operations (merchant_id, kind, created_at, id);
CREATE INDEX operations_state_created ON operations (merchant_id, state, created_at, id)
  WHERE state <> 'succeeded';
CREATE INDEX operations_person_created ON operations (merchant_id, created_by, created_at, id);

CREATE INDEX payment_events_steps ON payment_events (merchant_id, at, payment_id, seq)
  WHERE operation_id IS NULL AND type IN ('authorized', 'captured', 'reversed', 'credited', 'failed',
    'lapsed', 'external-capture', 'external-reversal', 'external-credit');
CREATE INDEX payment_events_xid ON payment_events (merchant_id, (body ->> 'xid') text_pattern_ops)
  WHERE operation_id IS NULL AND (body ->> 'xid') IS NOT NULL;
