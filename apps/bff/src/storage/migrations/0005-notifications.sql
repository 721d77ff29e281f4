-- What came to the callback door and what became of it, for people to look at; and where a shop wants
-- the notifications that are addressed to us.
ALTER TABLE gateway_connections ADD COLUMN forward_to text;

-- A message is passed on the way it came.
ALTER TABLE callback_inbox
  ADD COLUMN method       text NOT NULL DEFAULT 'POST' CHECK (method IN ('GET', 'POST')),
  ADD COLUMN content_type text;
CREATE INDEX callback_inbox_received ON callback_inbox (merchant_id, received_at, id);
CREATE INDEX callback_inbox_pay_id ON callback_inbox (connection_id, pay_id);
CREATE INDEX callback_inbox_trans_id ON callback_inbox (connection_id, trans_id);
CREATE INDEX callback_inbox_open ON callback_inbox (merchant_id) WHERE state <> 'done';

-- Never a word of the content. An empty digest stands for all that were too many to be told apart.
CREATE TABLE callback_rejections (
  id            uuid NOT NULL,
  merchant_id   integer NOT NULL,
  connection_id uuid NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('notify', 'success', 'failure')),
  reason        text NOT NULL,
  digest        bytea NOT NULL,
  bytes         integer,
  minute        timestamptz(3) NOT NULL,
  first_at      timestamptz(3) NOT NULL,
  last_at       timestamptz(3) NOT NULL,
  count         bigint NOT NULL CHECK (count >= 1),
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, connection_id, kind, reason, minute, digest)
);
CREATE INDEX callback_rejections_first ON callback_rejections (merchant_id, first_at, id);

CREATE TABLE callback_forwards (
  merchant_id   integer NOT NULL,
  callback_id   uuid NOT NULL REFERENCES callback_inbox (id) ON DELETE CASCADE,
  connection_id uuid NOT NULL,
  state         text NOT NULL CHECK (state IN ('pending', 'done', 'given-up')),
  attempts      integer NOT NULL DEFAULT 0,
  due_at        timestamptz(3),
  lease_until   timestamptz(3),
  last_at       timestamptz(3),
  last_status   integer,
  last_error    text,
  created_at    timestamptz(3) NOT NULL,
  PRIMARY KEY (merchant_id, callback_id)
);
CREATE INDEX callback_forwards_callback ON callback_forwards (callback_id);
CREATE INDEX callback_forwards_due ON callback_forwards (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX callback_forwards_open ON callback_forwards (merchant_id) WHERE state <> 'done';
