-- Calls that are booked at Cal.com. Their time belongs to that calendar, which may have several hosts,
-- so one call per time is our rule for our own calendar only.
ALTER TABLE bookings ADD COLUMN cal_uid TEXT; -- a secret: whoever knows it can move and cancel the call
ALTER TABLE bookings ADD COLUMN cal_made_at TEXT; -- when Cal.com made the booking of that uid; orders a moved call's uids
CREATE UNIQUE INDEX bookings_by_cal_uid ON bookings (cal_uid) WHERE cal_uid IS NOT NULL;
DROP INDEX bookings_one_per_slot;
CREATE UNIQUE INDEX bookings_one_per_slot ON bookings (starts_at) WHERE state = 'active' AND cal_uid IS NULL;
CREATE INDEX bookings_by_start ON bookings (starts_at) WHERE state = 'active';

-- Webhooks that were dealt with, so that a repeated one costs nothing.
CREATE TABLE cal_events (
  id TEXT PRIMARY KEY,
  seen_at TEXT NOT NULL
) STRICT;
CREATE INDEX cal_events_by_age ON cal_events (seen_at);

-- A call whose row was deleted stays deleted, also while Cal.com still knows it.
CREATE TRIGGER bookings_gone AFTER DELETE ON bookings WHEN OLD.cal_uid IS NOT NULL
BEGIN
  INSERT OR IGNORE INTO cal_events (id, seen_at) VALUES ('gone:' || OLD.cal_uid, OLD.ends_at);
END;
