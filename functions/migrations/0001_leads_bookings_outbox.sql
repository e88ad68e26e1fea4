-- Times are UTC, ISO 8601 with milliseconds and Z, so that they sort as text. JSON is kept as text.

CREATE TABLE leads (
  id TEXT PRIMARY KEY, -- made by the client: a repeated request is the same lead
  email TEXT NOT NULL,
  name TEXT,
  answers TEXT NOT NULL, -- JSON
  model TEXT NOT NULL, -- version of the capacity model that rated it
  rated_load REAL NOT NULL, -- users at once, the middle estimate
  target REAL NOT NULL, -- users at once that she plans for
  consent_version TEXT NOT NULL,
  consent_at TEXT NOT NULL,
  from_page TEXT,
  from_source TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX leads_by_age ON leads (created_at);

CREATE TABLE bookings (
  id TEXT PRIMARY KEY, -- made by the client
  uid TEXT NOT NULL, -- names the event in calendars; says nothing about `id`, which opens the booking
  lead_id TEXT REFERENCES leads (id) ON DELETE SET NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  time_zone TEXT NOT NULL, -- hers, IANA
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  note TEXT,
  answers TEXT, -- JSON
  sequence INTEGER NOT NULL DEFAULT 0, -- grows with every change, as iCalendar wants it
  state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'cancelled')),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX bookings_one_per_slot ON bookings (starts_at) WHERE state = 'active';
CREATE INDEX bookings_by_age ON bookings (ends_at);

-- What has to be mailed. A row is written together with what caused it and is never lost: it ends as
-- sent, as failed, or as dropped when a later change made it pointless. The id names the mail, so the same mail cannot be written down twice; it is also the
-- idempotency key towards the provider.
CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  lead_id TEXT REFERENCES leads (id) ON DELETE CASCADE,
  booking_id TEXT REFERENCES bookings (id) ON DELETE CASCADE,
  sequence INTEGER, -- of the booking when the row was written
  recipient TEXT NOT NULL,
  due_at TEXT NOT NULL,
  next_at TEXT NOT NULL, -- not tried before
  tries INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed', 'dropped')),
  mail TEXT, -- JSON, frozen before the first attempt so that a retry is the same to the byte
  provider_id TEXT,
  last_error TEXT, -- a code, never a person's data
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_due ON outbox (next_at) WHERE state = 'waiting';
CREATE INDEX outbox_by_age ON outbox (changed_at);
CREATE INDEX outbox_by_lead ON outbox (lead_id);
CREATE INDEX outbox_by_booking ON outbox (booking_id);

-- The local mode's stand-in for a mail provider. Stays empty in production.
CREATE TABLE mailbox (
  id TEXT PRIMARY KEY, -- the outbox row's: a mail that is sent twice arrives once
  mail TEXT NOT NULL, -- JSON
  received_at TEXT NOT NULL
) STRICT;
