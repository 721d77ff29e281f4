-- A shop asks for payments over HTTP with a key of its own, and is told what becomes of them.
ALTER TABLE payments
  DROP CONSTRAINT payments_source_check,
  ADD CONSTRAINT payments_source_check CHECK (source IN ('desk', 'shop', 'api', 'imported'));

-- What a shop shows to be recognized. Of the key itself only its SHA-256 is here.
CREATE TABLE shop_keys (
  id            uuid NOT NULL,
  merchant_id   integer NOT NULL,
  connection_id uuid NOT NULL,
  name          text NOT NULL,
  prefix        text NOT NULL UNIQUE,
  hash          bytea NOT NULL CHECK (octet_length(hash) = 32),
  rights        text[] NOT NULL CHECK (rights <@ ARRAY['create', 'read'] AND cardinality(rights) > 0),
  -- The key that this one takes the place of: each has one successor.
  replaces      uuid,
  created_at    timestamptz(3) NOT NULL,
  created_by    uuid NOT NULL,
  expires_at    timestamptz(3),
  revoked_at    timestamptz(3),
  last_used_at  timestamptz(3),
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, replaces),
  FOREIGN KEY (merchant_id, connection_id) REFERENCES gateway_connections (merchant_id, id),
  FOREIGN KEY (merchant_id, replaces) REFERENCES shop_keys (merchant_id, id)
);
CREATE INDEX shop_keys_connection ON shop_keys (merchant_id, connection_id, created_at);

-- Where a shop is told, and what signs it; the secret before is used beside it until it runs out.
CREATE TABLE shop_webhooks (
  merchant_id    integer NOT NULL,
  connection_id  uuid NOT NULL,
  address        text,
  secret         bytea,
  secret_set_at  timestamptz(3),
  older_secret   bytea,
  older_until    timestamptz(3),
  PRIMARY KEY (merchant_id, connection_id),
  FOREIGN KEY (merchant_id, connection_id) REFERENCES gateway_connections (merchant_id, id),
  CHECK (address IS NULL OR secret IS NOT NULL)
);

-- A payment that a shop asked for. `told`: what it was told last; `due_at`: when the gateway is asked next.
CREATE TABLE shop_payments (
  merchant_id   integer NOT NULL,
  payment_id    uuid NOT NULL,
  connection_id uuid NOT NULL,
  key_id        uuid NOT NULL,
  -- The request as it was checked: the same TransID must ask for the same.
  asked         jsonb NOT NULL,
  capture       text NOT NULL CHECK (capture IN ('at-once', 'by-hand', 'after')),
  capture_hours integer CHECK (capture_hours BETWEEN 1 AND 168),
  -- The address of this house as the shop reached it, without a slash at its end.
  origin        text NOT NULL,
  webhook       text,
  told          text NOT NULL,
  started_at    timestamptz(3) NOT NULL,
  asked_at      timestamptz(3),
  due_at        timestamptz(3),
  lease_until   timestamptz(3),
  PRIMARY KEY (merchant_id, payment_id),
  FOREIGN KEY (merchant_id, payment_id) REFERENCES payments (merchant_id, id),
  FOREIGN KEY (merchant_id, connection_id) REFERENCES gateway_connections (merchant_id, id),
  FOREIGN KEY (merchant_id, key_id) REFERENCES shop_keys (merchant_id, id),
  CHECK ((capture = 'after') = (capture_hours IS NOT NULL))
);
CREATE INDEX shop_payments_due ON shop_payments (due_at) WHERE due_at IS NOT NULL;

-- What a shop is told: `body` is sent as it stands here, however often. `sequence`: the payment's version.
CREATE TABLE shop_events (
  id            uuid NOT NULL,
  merchant_id   integer NOT NULL,
  payment_id    uuid NOT NULL,
  connection_id uuid NOT NULL,
  sequence      integer NOT NULL,
  type          text NOT NULL,
  body          text NOT NULL,
  state         text NOT NULL CHECK (state IN ('pending', 'done', 'given-up')),
  attempts      integer NOT NULL DEFAULT 0,
  due_at        timestamptz(3),
  lease_until   timestamptz(3),
  last_at       timestamptz(3),
  last_status   integer,
  last_error    text,
  created_at    timestamptz(3) NOT NULL,
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, payment_id, sequence),
  FOREIGN KEY (merchant_id, payment_id) REFERENCES shop_payments (merchant_id, payment_id)
);
CREATE INDEX shop_events_created ON shop_events (merchant_id, connection_id, created_at, id);
CREATE INDEX shop_events_due ON shop_events (due_at) WHERE due_at IS NOT NULL;
