-- The log is looked through by person, action and subject.
CREATE INDEX audit_log_actor ON audit_log (merchant_id, actor_id, at, seq);
CREATE INDEX audit_log_action ON audit_log (merchant_id, action, at, seq);
CREATE INDEX audit_log_subject ON audit_log (merchant_id, subject, at, seq);
