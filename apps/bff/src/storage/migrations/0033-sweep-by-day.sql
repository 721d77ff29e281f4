-- The daily look at every payment that can still move money passed over those whose days for a refund are over:
-- they were looked at longest ago and stay in front for good. What can be captured has an index of its own now,
-- and what can only be refunded lies by the UTC day on which that ends, so that days that are over are never read.
DROP INDEX payments_sweep;
CREATE INDEX payments_sweep_capture ON payments (coalesce(greatest(checked_at, swept_at), created_at))
  WHERE capture_due < 'infinity' AND open_state IS NULL;
CREATE INDEX payments_sweep_refund
  ON payments (((refund_due AT TIME ZONE 'UTC')::date), coalesce(greatest(checked_at, swept_at), created_at))
  WHERE capture_due = 'infinity' AND refund_due < 'infinity' AND open_state IS NULL;
