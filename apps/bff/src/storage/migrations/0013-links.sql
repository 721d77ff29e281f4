-- Payment links: an address of ours that asks the gateway for a payment when its customer says so,
-- each attempt under a TransID of its own, and the mails that carry links to customers.
ALTER TABLE gateway_connections
  ADD COLUMN link_page text NOT NULL DEFAULT 'twint' CHECK (link_page IN ('twint', 'paymentPage')),
  -- Whether the contract takes the parameter Capture, which one of the two documents alone knows.
  ADD COLUMN capture_parameter text NOT NULL DEFAULT 'no' CHECK (capture_parameter IN ('no', 'yes'));

CREATE TABLE payment_links (
  id             uuid NOT NULL,
  merchant_id    integer NOT NULL,
  connection_id  uuid NOT NULL,
  token          text NOT NULL UNIQUE,
  -- The address of this house as customers reach it, without a slash at its end.
  origin         text NOT NULL,
  amount         bigint NOT NULL CHECK (amount BETWEEN 1 AND 9999999999),
  ref_nr         text,
  order_desc     text NOT NULL,
  language       text NOT NULL CHECK (language IN ('de', 'en', 'fr', 'it')),
  capture        text NOT NULL CHECK (capture IN ('at-once', 'by-hand', 'after')),
  capture_hours  integer CHECK (capture_hours BETWEEN 1 AND 168),
  user_data      text,
  plain          text,
  custom         text,
  valid_until    timestamptz(3) NOT NULL,
  -- The payment whose rest this link asks for again.
  for_payment_id uuid,
  client_key     uuid NOT NULL,
  client_row     integer NOT NULL DEFAULT 0,
  request_hash   bytea NOT NULL,
  opened         integer NOT NULL DEFAULT 0,
  opened_at      timestamptz(3),
  withdrawn_at   timestamptz(3),
  withdrawn_by   uuid,
  created_by     uuid NOT NULL,
  created_at     timestamptz(3) NOT NULL,
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, client_key, client_row),
  FOREIGN KEY (merchant_id, connection_id) REFERENCES gateway_connections (merchant_id, id),
  FOREIGN KEY (merchant_id, for_payment_id) REFERENCES payments (merchant_id, id),
  CHECK ((capture = 'after') = (capture_hours IS NOT NULL))
);
CREATE INDEX payment_links_created ON payment_links (merchant_id, created_at, id);
CREATE INDEX payment_links_for_payment ON payment_links (merchant_id, for_payment_id)
  WHERE for_payment_id IS NOT NULL;

-- One request to the gateway. `due_at` is when the gateway is asked about it next.
CREATE TABLE link_attempts (
  merchant_id integer NOT NULL,
  link_id     uuid NOT NULL,
  number      integer NOT NULL,
  payment_id  uuid NOT NULL,
  started_at  timestamptz(3) NOT NULL,
  checks      integer NOT NULL DEFAULT 0,
  asked_at    timestamptz(3),
  due_at      timestamptz(3),
  lease_until timestamptz(3),
  PRIMARY KEY (merchant_id, link_id, number),
  UNIQUE (merchant_id, payment_id),
  FOREIGN KEY (merchant_id, link_id) REFERENCES payment_links (merchant_id, id),
  FOREIGN KEY (merchant_id, payment_id) REFERENCES payments (merchant_id, id)
);
CREATE INDEX link_attempts_due ON link_attempts (due_at) WHERE due_at IS NOT NULL;

-- A mail is handed to the server once: what is not certain is `unknown`, and a person decides.
CREATE TABLE mails (
  id          uuid NOT NULL,
  merchant_id integer NOT NULL,
  link_id     uuid,
  recipient   text NOT NULL,
  subject     text NOT NULL,
  body        text NOT NULL,
  client_key  uuid NOT NULL,
  state       text NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unknown')),
  attempts    integer NOT NULL DEFAULT 0,
  due_at      timestamptz(3),
  lease_until timestamptz(3),
  said        text,
  created_by  uuid NOT NULL,
  created_at  timestamptz(3) NOT NULL,
  sent_at     timestamptz(3),
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, client_key),
  FOREIGN KEY (merchant_id, link_id) REFERENCES payment_links (merchant_id, id)
);
CREATE INDEX mails_link ON mails (merchant_id, link_id, created_at);
CREATE INDEX mails_due ON mails (due_at) WHERE due_at IS NOT NULL;
