-- Single steps told by the gateway: by amount, and by a code that is not plain success. Our own
-- operations by their code.
CREATE INDEX payment_events_step_amount
  ON payment_events (merchant_id, ((body ->> 'amount')::bigint), payment_id, seq)
  WHERE operation_id IS NULL AND type IN ('authorized', 'captured', 'reversed', 'credited', 'failed',
    'lapsed', 'external-capture', 'external-reversal', 'external-credit');
CREATE INDEX payment_events_step_code
  ON payment_events (merchant_id, (body ->> 'code') text_pattern_ops, at)
  WHERE operation_id IS NULL AND type IN ('authorized', 'captured', 'reversed', 'credited', 'failed',
    'lapsed', 'external-capture', 'external-reversal', 'external-credit')
    AND (body ->> 'code') <> '00000000';
CREATE INDEX operations_code ON operations (merchant_id, result_code text_pattern_ops, created_at)
  WHERE result_code <> '00000000';
