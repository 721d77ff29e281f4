-- Statements of those who pay out, line by line, and what each line was found to be about.
CREATE TABLE statement_mappings (
  id          uuid NOT NULL,
  merchant_id integer NOT NULL REFERENCES merchants (id),
  name        text NOT NULL,
  format      jsonb NOT NULL,
  created_by  uuid NOT NULL REFERENCES users (id),
  created_at  timestamptz(3) NOT NULL,
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, name)
);

CREATE TABLE statements (
  id            uuid NOT NULL,
  merchant_id   integer NOT NULL REFERENCES merchants (id),
  -- Null: of all connections of the merchant.
  connection_id uuid,
  created_by    uuid NOT NULL REFERENCES users (id),
  created_at    timestamptz(3) NOT NULL,
  name          text NOT NULL,
  sha256        bytea NOT NULL CHECK (octet_length(sha256) = 32),
  -- How it was read: enough to read it the same way again.
  format        jsonb NOT NULL,
  from_at       timestamptz(3) NOT NULL,
  until_at      timestamptz(3) NOT NULL,
  day_kind      text NOT NULL CHECK (day_kind IN ('calendar', 'twint')),
  stated        jsonb NOT NULL,
  added         jsonb NOT NULL,
  skipped       integer NOT NULL DEFAULT 0,
  compared_at   timestamptz(3) NOT NULL,
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, sha256),
  FOREIGN KEY (merchant_id, connection_id) REFERENCES gateway_connections (merchant_id, id)
);
CREATE INDEX statements_created ON statements (merchant_id, created_at);

-- Amounts in minor units; what was given back is negative.
CREATE TABLE statement_lines (
  merchant_id  integer NOT NULL,
  statement_id uuid NOT NULL,
  line         integer NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('payment', 'refund', 'failed')),
  pay_id       text,
  xid          text,
  trans_id     text,
  ref_nr       text,
  at           timestamptz(3),
  amount       bigint NOT NULL,
  fee          bigint,
  raw          text NOT NULL,
  PRIMARY KEY (merchant_id, statement_id, line),
  FOREIGN KEY (merchant_id, statement_id) REFERENCES statements (merchant_id, id)
);

CREATE TABLE statement_items (
  merchant_id  integer NOT NULL,
  statement_id uuid NOT NULL,
  number       integer NOT NULL,
  lane         text NOT NULL CHECK (lane IN ('matched', 'differs', 'only-ours', 'only-theirs', 'failed')),
  cause        text,
  matched_by   text,
  line         integer,
  payment_id   uuid,
  -- Facts of ours, as `<payment>:<seq>`.
  movement_ids text[] NOT NULL,
  ours         bigint NOT NULL,
  theirs       bigint NOT NULL,
  accepted_at  timestamptz(3),
  accepted_by  uuid REFERENCES users (id),
  note         text NOT NULL DEFAULT '',
  PRIMARY KEY (merchant_id, statement_id, number),
  FOREIGN KEY (merchant_id, statement_id) REFERENCES statements (merchant_id, id)
);
CREATE INDEX statement_items_lane ON statement_items (merchant_id, statement_id, lane, number);
CREATE INDEX statement_items_movements ON statement_items USING gin (movement_ids);
