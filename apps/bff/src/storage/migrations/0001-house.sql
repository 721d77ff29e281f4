-- The house: who may sign in, which gateways are connected, payments and what moved their money.
-- Amounts are whole minor units; every instant is UTC. `id`s are UUIDv7 made by the application.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE merchants (
  id          integer PRIMARY KEY,
  name        text NOT NULL,
  created_at  timestamptz(3) NOT NULL
);

CREATE TABLE users (
  id                uuid PRIMARY KEY,
  email             text NOT NULL UNIQUE CHECK (email = lower(email)),
  name              text NOT NULL,
  password_hash     text,
  totp_secret       bytea,
  totp_last_step    bigint NOT NULL DEFAULT 0,
  invite_hash       bytea UNIQUE,
  invite_expires_at timestamptz(3),
  created_at        timestamptz(3) NOT NULL
);

CREATE TABLE memberships (
  merchant_id        integer NOT NULL REFERENCES merchants (id),
  user_id            uuid NOT NULL REFERENCES users (id),
  role               text NOT NULL CHECK (role IN ('shipping', 'service', 'manager', 'admin', 'auditor')),
  refund_limit       bigint,
  refund_daily_limit bigint,
  PRIMARY KEY (merchant_id, user_id)
);

CREATE TABLE sessions (
  token_hash   bytea PRIMARY KEY,
  user_id      uuid NOT NULL REFERENCES users (id),
  created_at   timestamptz(3) NOT NULL,
  last_seen_at timestamptz(3) NOT NULL,
  expires_at   timestamptz(3) NOT NULL
);
CREATE INDEX sessions_user ON sessions (user_id);

CREATE TABLE sign_in_failures (
  id      uuid PRIMARY KEY,
  account text NOT NULL,
  at      timestamptz(3) NOT NULL
);
CREATE INDEX sign_in_failures_account ON sign_in_failures (account, at);

CREATE TABLE gateway_connections (
  id                       uuid NOT NULL,
  merchant_id              integer NOT NULL REFERENCES merchants (id),
  slug                     text NOT NULL UNIQUE CHECK (slug ~ '^[A-Za-z0-9_-]{1,40}$'),
  label                    text NOT NULL,
  brand                    text NOT NULL CHECK (brand IN ('computop', 'payjet', '1cs', 'custom')),
  base_url                 text NOT NULL,
  gateway_merchant_id      text NOT NULL,
  mode                     text NOT NULL CHECK (mode IN ('sale', 'deferred')),
  cipher                   text NOT NULL DEFAULT 'blowfish' CHECK (cipher IN ('blowfish', 'aes')),
  cipher_key               bytea NOT NULL,
  mac_key                  bytea NOT NULL,
  keys_set_at              timestamptz(3) NOT NULL,
  capture_window_ms        bigint NOT NULL DEFAULT 604800000,
  refund_window_ms         bigint NOT NULL DEFAULT 15552000000,
  notify_delay_ms          bigint NOT NULL DEFAULT 3900000,
  minimum                  bigint NOT NULL DEFAULT 100 CHECK (minimum >= 1),
  several_captures         text NOT NULL DEFAULT 'unconfirmed' CHECK (several_captures IN ('unconfirmed', 'no', 'yes')),
  partial_reversal         text NOT NULL DEFAULT 'unconfirmed' CHECK (partial_reversal IN ('unconfirmed', 'yes')),
  inquiry_shows_reversals  text NOT NULL DEFAULT 'unconfirmed' CHECK (inquiry_shows_reversals IN ('unconfirmed', 'yes')),
  checklist                jsonb NOT NULL DEFAULT '{}',
  version                  integer NOT NULL DEFAULT 1,
  created_at               timestamptz(3) NOT NULL,
  updated_at               timestamptz(3) NOT NULL,
  PRIMARY KEY (merchant_id, id)
);

CREATE TABLE payments (
  id                 uuid NOT NULL,
  merchant_id        integer NOT NULL,
  connection_id      uuid NOT NULL,
  pay_id             text,
  trans_id           text NOT NULL,
  ref_nr             text,
  order_desc         text NOT NULL DEFAULT '',
  currency           text NOT NULL DEFAULT 'CHF' CHECK (currency = 'CHF'),
  source             text NOT NULL CHECK (source IN ('desk', 'shop', 'imported')),
  lifecycle          text NOT NULL CHECK (lifecycle IN ('awaiting', 'processing', 'authorized', 'failed', 'expired')),
  status             text NOT NULL CHECK (status IN ('awaiting', 'processing', 'failed', 'expired', 'scheduled', 'authorized',
                       'part_captured', 'captured', 'part_refunded', 'refunded', 'reversed', 'unknown')),
  requested_amount   bigint NOT NULL DEFAULT 0,
  authorized         bigint NOT NULL DEFAULT 0,
  captured           bigint NOT NULL DEFAULT 0,
  refunded           bigint NOT NULL DEFAULT 0,
  reversed           bigint NOT NULL DEFAULT 0,
  closed             bigint NOT NULL DEFAULT 0,
  credit_in_doubt    bigint NOT NULL DEFAULT 0,
  open_state         text CHECK (open_state IN ('requested', 'sending', 'unknown', 'review')),
  authorized_at      timestamptz(3),
  capture_by         timestamptz(3),
  refund_until       timestamptz(3),
  -- Sort and filter keys: `infinity` while nothing can be captured or refunded.
  capture_due        timestamptz(3) NOT NULL DEFAULT 'infinity',
  refund_due         timestamptz(3) NOT NULL DEFAULT 'infinity',
  checked_at         timestamptz(3),
  search             text NOT NULL DEFAULT '',
  version            integer NOT NULL DEFAULT 1,
  created_at         timestamptz(3) NOT NULL,
  updated_at         timestamptz(3) NOT NULL,
  PRIMARY KEY (merchant_id, id),
  FOREIGN KEY (merchant_id, connection_id) REFERENCES gateway_connections (merchant_id, id),
  CHECK (captured + reversed + closed <= authorized),
  CHECK (refunded <= captured)
) WITH (fillfactor = 90);

CREATE UNIQUE INDEX payments_trans_id ON payments (connection_id, trans_id);
CREATE UNIQUE INDEX payments_pay_id ON payments (connection_id, pay_id);
CREATE INDEX payments_created ON payments (merchant_id, created_at, id);
CREATE INDEX payments_status_created ON payments (merchant_id, status, created_at, id);
CREATE INDEX payments_amount ON payments (merchant_id, authorized, id);
CREATE INDEX payments_capture_due ON payments (merchant_id, capture_due, id);
CREATE INDEX payments_refund_due ON payments (merchant_id, refund_due, id);
CREATE INDEX payments_search ON payments USING gin (search gin_trgm_ops);

CREATE TABLE operations (
  id             uuid NOT NULL,
  merchant_id    integer NOT NULL,
  payment_id     uuid NOT NULL,
  kind           text NOT NULL CHECK (kind IN ('capture', 'reversal', 'credit')),
  amount         bigint NOT NULL CHECK (amount BETWEEN 1 AND 9999999999),
  currency       text NOT NULL CHECK (currency = 'CHF'),
  close_rest     boolean NOT NULL DEFAULT false,
  closes         bigint NOT NULL DEFAULT 0,
  ref_nr         text,
  reason         text,
  note           text,
  client_key     uuid NOT NULL,
  request_hash   bytea NOT NULL,
  req_id         text NOT NULL UNIQUE,
  state          text NOT NULL CHECK (state IN ('requested', 'awaiting_approval', 'sending', 'unknown', 'review',
                   'succeeded', 'failed', 'not_executed', 'cancelled')),
  cancel_reason  text,
  base_auth      bigint,
  base_cap       bigint,
  base_cred      bigint,
  base_status    text,
  result_status  text,
  result_code    text,
  result_text    text,
  xid            text,
  evidence       jsonb NOT NULL DEFAULT '[]',
  attempts       integer NOT NULL DEFAULT 0,
  due_at         timestamptz(3),
  lease_until    timestamptz(3),
  created_at     timestamptz(3) NOT NULL,
  created_by     uuid NOT NULL,
  approved_by    uuid,
  sent_at        timestamptz(3),
  resolved_at    timestamptz(3),
  PRIMARY KEY (merchant_id, id),
  FOREIGN KEY (merchant_id, payment_id) REFERENCES payments (merchant_id, id),
  UNIQUE (merchant_id, client_key),
  CHECK (approved_by IS DISTINCT FROM created_by)
);
CREATE UNIQUE INDEX operations_one_open ON operations (merchant_id, payment_id)
  WHERE state IN ('requested', 'sending', 'unknown', 'review');
CREATE INDEX operations_payment ON operations (merchant_id, payment_id, created_at);
CREATE INDEX operations_due ON operations (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX operations_by_person ON operations (merchant_id, created_by, created_at) WHERE kind = 'credit';

CREATE TABLE payment_events (
  merchant_id  integer NOT NULL,
  payment_id   uuid NOT NULL,
  seq          integer NOT NULL,
  -- What makes the fact the same fact when it is told twice, e.g. `operation:<id>:captured`.
  fact         text NOT NULL,
  type         text NOT NULL,
  at           timestamptz(3) NOT NULL,
  body         jsonb NOT NULL DEFAULT '{}',
  operation_id uuid,
  actor_id     uuid,
  PRIMARY KEY (merchant_id, payment_id, seq),
  UNIQUE (merchant_id, payment_id, fact),
  FOREIGN KEY (merchant_id, payment_id) REFERENCES payments (merchant_id, id)
);

CREATE TABLE gateway_calls (
  id            uuid PRIMARY KEY,
  merchant_id   integer NOT NULL,
  connection_id uuid NOT NULL,
  payment_id    uuid,
  operation_id  uuid,
  endpoint      text NOT NULL,
  req_id        text,
  at            timestamptz(3) NOT NULL,
  duration_ms   integer NOT NULL,
  outcome       text NOT NULL,
  http_status   integer,
  status        text,
  code          text,
  answer_hash   bytea
);
CREATE INDEX gateway_calls_payment ON gateway_calls (merchant_id, payment_id, at);

CREATE TABLE callback_inbox (
  id            uuid PRIMARY KEY,
  merchant_id   integer NOT NULL,
  connection_id uuid NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('notify', 'success', 'failure')),
  digest        bytea NOT NULL,
  raw           bytea NOT NULL,
  pay_id        text NOT NULL,
  trans_id      text NOT NULL,
  status        text NOT NULL,
  code          text NOT NULL,
  received_at   timestamptz(3) NOT NULL,
  repeats       integer NOT NULL DEFAULT 0,
  state         text NOT NULL CHECK (state IN ('pending', 'done', 'parked')),
  attempts      integer NOT NULL DEFAULT 0,
  due_at        timestamptz(3),
  lease_until   timestamptz(3),
  processed_at  timestamptz(3),
  result        text,
  UNIQUE (connection_id, digest)
);
CREATE INDEX callback_inbox_due ON callback_inbox (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE notes (
  id          uuid NOT NULL,
  merchant_id integer NOT NULL,
  payment_id  uuid NOT NULL,
  text        text NOT NULL,
  created_by  uuid NOT NULL,
  created_at  timestamptz(3) NOT NULL,
  PRIMARY KEY (merchant_id, id),
  FOREIGN KEY (merchant_id, payment_id) REFERENCES payments (merchant_id, id)
);
CREATE INDEX notes_payment ON notes (merchant_id, payment_id, created_at);

CREATE TABLE audit_log (
  merchant_id integer NOT NULL,
  id          uuid NOT NULL,
  at          timestamptz(3) NOT NULL,
  actor_id    uuid,
  action      text NOT NULL,
  subject     text NOT NULL,
  details     jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (merchant_id, id)
);
CREATE INDEX audit_log_at ON audit_log (merchant_id, at, id);

CREATE TABLE leases (
  name   text PRIMARY KEY,
  holder uuid NOT NULL,
  until  timestamptz(3) NOT NULL
);
