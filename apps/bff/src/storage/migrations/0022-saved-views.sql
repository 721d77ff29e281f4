-- Ways to look at a list that somebody gave a name; without an owner they are the whole team's.
CREATE TABLE saved_views (
  merchant_id integer NOT NULL REFERENCES merchants (id),
  id          uuid NOT NULL,
  list        text NOT NULL CHECK (list IN ('payments', 'steps')),
  owner_id    uuid REFERENCES users (id),
  name        text NOT NULL CHECK (name <> ''),
  -- Filters and sort, as the address of the list says them; columns, density and mode.
  address     jsonb NOT NULL,
  layout      jsonb NOT NULL,
  version     integer NOT NULL DEFAULT 1,
  changed_by  uuid NOT NULL REFERENCES users (id),
  changed_at  timestamptz(3) NOT NULL,
  PRIMARY KEY (merchant_id, id)
);
CREATE UNIQUE INDEX saved_views_name ON saved_views (merchant_id, list, owner_id, lower(name))
  NULLS NOT DISTINCT;

-- What each person left a list like: columns, the view last used and the one to begin with.
CREATE TABLE list_habits (
  merchant_id integer NOT NULL REFERENCES merchants (id),
  user_id     uuid NOT NULL REFERENCES users (id),
  list        text NOT NULL CHECK (list IN ('payments', 'steps')),
  habits      jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (merchant_id, user_id, list)
);
