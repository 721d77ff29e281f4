-- Corrections of a reference whose outcome nobody knows are looked for among a handful of facts, not among all.
CREATE INDEX payment_events_ref_nr_requested ON payment_events (merchant_id, at)
  WHERE type = 'ref-nr-requested';
