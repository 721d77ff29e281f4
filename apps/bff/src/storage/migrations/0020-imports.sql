-- Files that people hand in, until they are done with them, and the history of payments made before
-- Desk, which is asked of the gateway line by line.
CREATE TABLE uploads (
  id          uuid NOT NULL,
  merchant_id integer NOT NULL REFERENCES merchants (id),
  created_by  uuid NOT NULL REFERENCES users (id),
  created_at  timestamptz(3) NOT NULL,
  name        text NOT NULL,
  sha256      bytea NOT NULL CHECK (octet_length(sha256) = 32),
  body        bytea NOT NULL,
  PRIMARY KEY (merchant_id, id)
);
CREATE INDEX uploads_of_person ON uploads (created_by, created_at);

-- `due_at` and `lease_until` are wall time: the pace of questions has nothing to do with business time.
CREATE TABLE history_imports (
  id                uuid NOT NULL,
  merchant_id       integer NOT NULL,
  connection_id     uuid NOT NULL,
  created_by        uuid NOT NULL REFERENCES users (id),
  created_at        timestamptz(3) NOT NULL,
  name              text NOT NULL,
  sha256            bytea NOT NULL CHECK (octet_length(sha256) = 32),
  client_key        uuid NOT NULL,
  request_hash      bytea NOT NULL,
  per_second        integer NOT NULL CHECK (per_second BETWEEN 1 AND 20),
  state             text NOT NULL CHECK (state IN ('running', 'paused', 'done', 'stopped')),
  lines             integer NOT NULL,
  due_at            timestamptz(3),
  lease_until       timestamptz(3),
  attempt           integer NOT NULL DEFAULT 0,
  -- Since when the gateway gives no answer, as far as this import has seen.
  unreachable_since timestamptz(3),
  finished_at       timestamptz(3),
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, client_key),
  FOREIGN KEY (merchant_id, connection_id) REFERENCES gateway_connections (merchant_id, id),
  CHECK ((state = 'running') = (due_at IS NOT NULL))
);
CREATE INDEX history_imports_created ON history_imports (merchant_id, created_at);
CREATE INDEX history_imports_due ON history_imports (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE history_import_lines (
  merchant_id   integer NOT NULL,
  import_id     uuid NOT NULL,
  line          integer NOT NULL,
  raw           text NOT NULL,
  pay_id        text,
  trans_id      text,
  authorized_at timestamptz(3),
  state         text NOT NULL CHECK (state IN ('waiting', 'imported', 'known', 'malformed', 'duplicate', 'foreign',
                  'not-found', 'empty', 'conflict', 'unreadable')),
  field         text,
  problem       text,
  attempts      integer NOT NULL DEFAULT 0,
  payment_id    uuid,
  PRIMARY KEY (merchant_id, import_id, line),
  FOREIGN KEY (merchant_id, import_id) REFERENCES history_imports (merchant_id, id)
);
CREATE INDEX history_import_lines_waiting ON history_import_lines (merchant_id, import_id, attempts, line)
  WHERE state = 'waiting';
CREATE INDEX history_import_lines_state ON history_import_lines (merchant_id, import_id, state, line);
