-- Batch files: orders that leave the house in a file, and the answers that come back. What a file says is
-- written once, in tables that the application may not change; its way through the world is not.

-- How the batch manager of a connection wants its files; a connection without a row has the safe reading.
CREATE TABLE batch_settings (
  merchant_id        integer NOT NULL,
  connection_id      uuid NOT NULL,
  file_version       text NOT NULL CHECK (file_version ~ '^[12]\.[1-9]$'),
  -- The group's id in HEAD of a version 2.x.
  group_merchant_id  text,
  name_order         text NOT NULL CHECK (name_order IN ('back-office', 'transfer')),
  date_format        text NOT NULL CHECK (date_format IN ('YYYYMMDD', 'YYYY-MM-DD', 'DD.MM.YYYY')),
  count_basis        text NOT NULL CHECK (count_basis IN ('records', 'lines')),
  reversals          text NOT NULL CHECK (reversals IN ('unconfirmed', 'yes')),
  answer_hours       integer NOT NULL CHECK (answer_hours BETWEEN 1 AND 168),
  updated_at         timestamptz(3) NOT NULL,
  PRIMARY KEY (merchant_id, connection_id),
  FOREIGN KEY (merchant_id, connection_id) REFERENCES gateway_connections (merchant_id, id),
  CHECK ((file_version LIKE '2.%') = (group_merchant_id IS NOT NULL))
);

-- The last number of a day. Its row is locked while a file is made, so that each number is given once.
CREATE TABLE batch_counters (
  merchant_id       integer NOT NULL,
  head_merchant_id  text NOT NULL,
  day               date NOT NULL,
  last              integer NOT NULL CHECK (last BETWEEN 0 AND 999),
  PRIMARY KEY (merchant_id, head_merchant_id, day)
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
  state             text NOT NULL CHECK (state IN ('created', 'handed-over', 'answered', 'given-up')),
  answer_by         timestamptz(3) NOT NULL,
  created_at        timestamptz(3) NOT NULL,
  created_by        uuid NOT NULL,
  handed_over_at    timestamptz(3),
  handed_over_by    uuid,
  given_up_at       timestamptz(3),
  given_up_by       uuid,
  given_up_reason   text,
  answered_at       timestamptz(3),
  answer_id         uuid,
  PRIMARY KEY (merchant_id, id),
  FOREIGN KEY (merchant_id, connection_id) REFERENCES gateway_connections (merchant_id, id),
  UNIQUE (merchant_id, client_key),
  UNIQUE (merchant_id, head_merchant_id, day, counter),
  CHECK (state NOT IN ('handed-over', 'answered') OR handed_over_at IS NOT NULL),
  CHECK (state <> 'created' OR handed_over_at IS NULL),
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

-- An operation stands in one line of one file, ever. The first record is line 2.
CREATE TABLE batch_rows (
  merchant_id   integer NOT NULL,
  file_id       uuid NOT NULL,
  line          integer NOT NULL,
  payment_id    uuid NOT NULL,
  operation_id  uuid NOT NULL,
  PRIMARY KEY (merchant_id, file_id, line),
  UNIQUE (merchant_id, operation_id),
  FOREIGN KEY (merchant_id, file_id) REFERENCES batch_files (merchant_id, id)
);

-- Every answer that somebody brought; of one that cannot be believed line, field and problem are kept.
CREATE TABLE batch_answers (
  id           uuid NOT NULL,
  merchant_id  integer NOT NULL,
  file_id      uuid NOT NULL,
  name         text NOT NULL,
  sha256       bytea NOT NULL CHECK (octet_length(sha256) = 32),
  content      bytea,
  problem      jsonb,
  uploaded_at  timestamptz(3) NOT NULL,
  uploaded_by  uuid NOT NULL,
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, file_id, sha256),
  FOREIGN KEY (merchant_id, file_id) REFERENCES batch_files (merchant_id, id),
  CHECK ((content IS NULL) <> (problem IS NULL))
);

ALTER TABLE operations
  ADD COLUMN batch_file_id uuid,
  -- Operations are booked page by page before their file is complete; at commit all of it is there.
  ADD FOREIGN KEY (merchant_id, batch_file_id) REFERENCES batch_files (merchant_id, id)
    DEFERRABLE INITIALLY DEFERRED,
  -- What waits in a file is nobody's to inquire or to cancel: only its answer moves it on.
  ADD CHECK (batch_file_id IS NULL OR state NOT IN ('requested', 'sending') OR due_at IS NULL);
CREATE INDEX operations_batch ON operations (merchant_id, batch_file_id, state) WHERE batch_file_id IS NOT NULL;

-- The file in which the open step of a payment waits, beside `open_state`.
ALTER TABLE payments ADD COLUMN batch_file_id uuid;
