-- Payments whose refund ends soon lie together months down the list: by the UTC day of that end, each day in the
-- order of the list, a page of them is read without reading and sorting all.
CREATE INDEX payments_refund_day
  ON payments (merchant_id, ((refund_due AT TIME ZONE 'UTC')::date), created_at, id)
  WHERE refund_due < 'infinity';

-- What waits to be captured does so for days: it is rare, and a list of it by amount walked past everything.
CREATE INDEX payments_waiting_amount ON payments (merchant_id, status, authorized, id)
  WHERE status IN ('scheduled', 'authorized', 'part_captured');

-- Nearly every payment has nothing left to capture: all of those were in this index, each with an entry for every
-- change. The primary key gives them in the same order.
DROP INDEX payments_capture_due;
CREATE INDEX payments_capture_due ON payments (merchant_id, capture_due, id) WHERE capture_due < 'infinity';
