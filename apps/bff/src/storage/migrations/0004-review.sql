-- What a person holds for the outcome of an operation in review, until another one confirms it.
ALTER TABLE operations
  ADD COLUMN review_verdict text CHECK (review_verdict IN ('executed', 'not-executed')),
  ADD COLUMN review_reason  text,
  ADD COLUMN review_by      uuid,
  ADD COLUMN review_at      timestamptz(3),
  ADD CHECK (num_nulls(review_verdict, review_reason, review_by, review_at) IN (0, 4));
