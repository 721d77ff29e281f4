-- The audit log becomes a chain per merchant: `seq` without gaps, and in each line the hash of the
-- one before. What is hashed, and in which order, is audit/audit-hash.ts; this file does the same once
-- for the lines that are there.
CREATE TABLE audit_heads (
  merchant_id integer PRIMARY KEY,
  seq         bigint NOT NULL,
  hash        bytea NOT NULL CHECK (octet_length(hash) = 32)
);

-- `json` keeps its text as it was written, to the letter, and the hash is over the text.
ALTER TABLE audit_log
  ALTER COLUMN details DROP DEFAULT,
  ALTER COLUMN details TYPE json USING details::text::json,
  ADD COLUMN seq       bigint CHECK (seq BETWEEN 1 AND 9007199254740991),
  ADD COLUMN prev_hash bytea CHECK (octet_length(prev_hash) = 32),
  ADD COLUMN hash      bytea CHECK (octet_length(hash) = 32);

UPDATE audit_log SET seq = numbered.seq
FROM (SELECT merchant_id, id, row_number() OVER (PARTITION BY merchant_id ORDER BY id) AS seq
      FROM audit_log) numbered
WHERE audit_log.merchant_id = numbered.merchant_id AND audit_log.id = numbered.id;

-- Takes its primary key and the index with it.
ALTER TABLE audit_log DROP COLUMN id;
ALTER TABLE audit_log ADD PRIMARY KEY (merchant_id, seq);
CREATE INDEX audit_log_at ON audit_log (merchant_id, at, seq);

WITH RECURSIVE chained AS (
  SELECT DISTINCT merchant_id, 0::bigint AS seq, ''::bytea AS prev_hash,
    decode(repeat('00', 32), 'hex') AS hash
  FROM audit_log
  UNION ALL
  SELECT line.merchant_id, line.seq, chained.hash,
    (SELECT sha256(convert_to(string_agg(
              octet_length(convert_to(field, 'UTF8')) || ':' || field || ',', '' ORDER BY place), 'UTF8'))
     FROM unnest(ARRAY[
       'desk-audit-1', line.merchant_id::text, line.seq::text,
       (extract(epoch FROM line.at) * 1000)::bigint::text, coalesce(line.actor_id::text, ''),
       line.action, line.subject, line.details::text, encode(chained.hash, 'hex')
     ]) WITH ORDINALITY AS fields (field, place))
  FROM chained
  JOIN audit_log line ON line.merchant_id = chained.merchant_id AND line.seq = chained.seq + 1
)
UPDATE audit_log SET prev_hash = chained.prev_hash, hash = chained.hash
FROM chained
WHERE audit_log.merchant_id = chained.merchant_id AND audit_log.seq = chained.seq;

ALTER TABLE audit_log
  ALTER COLUMN prev_hash SET NOT NULL,
  ALTER COLUMN hash SET NOT NULL;

INSERT INTO audit_heads (merchant_id, seq, hash)
SELECT DISTINCT ON (merchant_id) merchant_id, seq, hash
FROM audit_log ORDER BY merchant_id, seq DESC;
