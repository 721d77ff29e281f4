-- The log is looked through by person, action and subject.
CREATE INDEX audit_log_actor ON audit_log (merchant_id, actor_id, at, seq);
CREATE INDEX audit_log_action ON audit_log (merchant_id, action, at, seq);
CREATE INDEX audit_log_subject ON audit_log (merchant_id, subject, at, seq);

-- Once a day the gateway is asked about every payment that can still move money; and where its figures
-- cannot be explained, no money moves until a person has looked.
ALTER TABLE payments
  ADD COLUMN swept_at    timestamptz(3),
  ADD COLUMN sweep_lease timestamptz(3),
  ADD COLUMN doubt       text CHECK (doubt IN ('fell', 'late', 'contradiction'));
CREATE INDEX payments_sweep ON payments (coalesce(greatest(checked_at, swept_at), created_at))
  WHERE capture_due < 'infinity' OR refund_due < 'infinity';
CREATE INDEX payments_doubt ON payments (merchant_id) WHERE doubt IS NOT NULL;
CREATE INDEX operations_open ON operations (merchant_id, created_at, id)
  WHERE state IN ('sending', 'unknown', 'review');
