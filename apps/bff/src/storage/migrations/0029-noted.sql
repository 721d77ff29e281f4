-- Whether somebody wrote a note, kept beside the payment: a list of those with one then reads an index
-- instead of walking past thousands without. Set with the first note; notes are never taken away.
ALTER TABLE payments ADD COLUMN noted boolean NOT NULL DEFAULT false;
UPDATE payments p SET noted = true
 FROM (SELECT DISTINCT merchant_id, payment_id FROM notes) n
 WHERE p.merchant_id = n.merchant_id AND p.id = n.payment_id;
CREATE INDEX payments_noted_created ON payments (merchant_id, created_at, id) WHERE noted;
