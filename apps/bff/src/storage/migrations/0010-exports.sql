-- Files that people ask for. A row is claimed by any server process; a file is there as a whole or not
-- at all: its chunks count only once `state` is 'ready', and only those of the attempt that made it.
CREATE TABLE exports (
  id           uuid NOT NULL,
  merchant_id  integer NOT NULL REFERENCES merchants (id),
  created_by   uuid NOT NULL REFERENCES users (id),
  created_at   timestamptz(3) NOT NULL,
  -- What was asked for: list, scope, filter, columns, format, language. Enough to make it again.
  definition   jsonb NOT NULL,
  personal     boolean NOT NULL,
  again_of     uuid,
  state        text NOT NULL CHECK (state IN ('queued', 'running', 'ready', 'failed', 'stopped', 'expired', 'removed')),
  failure      text,
  due_at       timestamptz(3),
  lease_until  timestamptz(3),
  attempt      integer NOT NULL DEFAULT 0,
  as_of        timestamptz(3),
  rows_total   bigint,
  rows_done    bigint NOT NULL DEFAULT 0,
  -- Filter in words, sums and digests, as they stand in the file too.
  facts        jsonb,
  bytes        bigint,
  sha256       bytea CHECK (octet_length(sha256) = 32),
  finished_at  timestamptz(3),
  expires_at   timestamptz(3),
  PRIMARY KEY (merchant_id, id),
  CHECK (state <> 'ready' OR num_nulls(as_of, rows_total, facts, bytes, sha256, expires_at) = 0)
);
CREATE INDEX exports_of_person ON exports (created_by, created_at DESC);
CREATE INDEX exports_due ON exports (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE export_chunks (
  merchant_id integer NOT NULL,
  export_id   uuid NOT NULL,
  attempt     integer NOT NULL,
  seq         integer NOT NULL,
  body        bytea NOT NULL,
  PRIMARY KEY (merchant_id, export_id, attempt, seq)
);
-- The chunks arrive compressed already.
ALTER TABLE export_chunks ALTER COLUMN body SET STORAGE EXTERNAL;
