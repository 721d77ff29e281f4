-- Batch files: orders that leave the house as a file, and the answers that come back. What a file says
-- is written once, in tables that the application may not change; its way through the world is not.
CREATE TABLE batch_settings (
  merchant_id        integer NOT NULL,
  connection_id      uuid NOT NULL,
  file_version       text NOT NULL CHECK (file_version ~ '^[12]\.[1-9]$'),
  name_order         text NOT NULL CHECK (name_order IN ('back-office', 'transfer')),
  -- The group's id in HEAD of a version 2.x; null: the connection's own.
  group_merchant_id  text,
  date_format        text NOT NULL CHECK (date_format IN ('YYYYMMDD', 'YYYY-MM-DD', 'DD.MM.YYYY')),
  count_basis        text NOT NULL CHECK (count_basis IN ('records', 'lines')),
  reversals          text NOT NULL CHECK (reversals IN ('unconfirmed', 'yes')),
  answer_hours       integer NOT NULL CHECK (answer_hours BETWEEN 1 AND 168),
  updated_at         timestamptz(3) NOT NULL,
  PRIMARY KEY (merchant_id, connection_id),
  FOREIGN KEY (merchant_id, connection_id) REFERENCES gateway_connections (merchant_id, id)
);

CREATE TABLE batch_files (
  id                uuid NOT NULL,
  merchant_id       integer NOT NULL,
  connection_id     uuid NOT NULL,
  kind              text NOT NULL CHECK (kind IN ('capture', 'reversal', 'credit')),
  name              text NOT NULL,
  head_merchant_id  text NOT NULL,
  day               date NOT NULL,
  counter           integer NOT NULL CHECK (counter BETWEEN 1 AND 999),
  file_version      text NOT NULL,
  name_order        text NOT NULL,
  date_format       text NOT NULL,
  count_basis       text NOT NULL,
  records           integer NOT NULL CHECK (records BETWEEN 1 AND 10000),
  sum               bigint NOT NULL,
  bytes             integer NOT NULL,
  sha256            bytea NOT NULL CHECK (octet_length(sha256) = 32),
  client_key        uuid NOT NULL,
  request_hash      bytea NOT NULL,
  state             text NOT NULL CHECK (state IN ('created', 'handed-over', 'answered', 'given-up', 'withdrawn')),
  created_at        timestamptz(3) NOT NULL,
  created_by        uuid NOT NULL,
  handed_over_at    timestamptz(3),
  handed_over_by    uuid,
  ended_at          timestamptz(3),
  ended_by          uuid,
  end_reason        text,
  answer_id         uuid,
  PRIMARY KEY (merchant_id, id),
  FOREIGN KEY (merchant_id, connection_id) REFERENCES gateway_connections (merchant_id, id),
  UNIQUE (merchant_id, client_key),
  UNIQUE (merchant_id, head_merchant_id, day, counter),
  CHECK (state IN ('created', 'withdrawn') OR handed_over_at IS NOT NULL),
  CHECK (state <> 'withdrawn' OR handed_over_at IS NULL),
  CHECK ((state = 'answered') = (answer_id IS NOT NULL))
);
CREATE INDEX batch_files_created ON batch_files (merchant_id, created_at, id);

CREATE TABLE batch_contents (
  merchant_id integer NOT NULL,
  file_id     uuid NOT NULL,
  content     bytea NOT NULL,
  PRIMARY KEY (merchant_id, file_id),
  FOREIGN KEY (merchant_id, file_id) REFERENCES batch_files (merchant_id, id)
);

-- An operation stands in one line of one file, ever.
CREATE TABLE batch_rows (
  merchant_id   integer NOT NULL,
  file_id       uuid NOT NULL,
  line          integer NOT NULL,
  payment_id    uuid NOT NULL,
  operation_id  uuid NOT NULL,
  record        jsonb NOT NULL,
  PRIMARY KEY (merchant_id, file_id, line),
  UNIQUE (merchant_id, operation_id),
  FOREIGN KEY (merchant_id, file_id) REFERENCES batch_files (merchant_id, id)
);

-- Every answer that somebody brought, also one that is refused: line, field and problem say why.
CREATE TABLE batch_answers (
  id           uuid NOT NULL,
  merchant_id  integer NOT NULL,
  file_id      uuid NOT NULL,
  name         text NOT NULL,
  sha256       bytea NOT NULL CHECK (octet_length(sha256) = 32),
  content      bytea NOT NULL,
  problem      jsonb,
  uploaded_at  timestamptz(3) NOT NULL,
  uploaded_by  uuid NOT NULL,
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, file_id, sha256),
  FOREIGN KEY (merchant_id, file_id) REFERENCES batch_files (merchant_id, id)
);

ALTER TABLE operations
  ADD COLUMN batch_file_id uuid,
  ADD FOREIGN KEY (merchant_id, batch_file_id) REFERENCES batch_files (merchant_id, id),
  -- What waits in a file is nobody's to inquire or to cancel: only its answer moves it on.
  ADD CHECK (batch_file_id IS NULL OR state NOT IN ('requested', 'sending') OR due_at IS NULL);
CREATE INDEX operations_batch ON operations (merchant_id, batch_file_id) WHERE batch_file_id IS NOT NULL;
