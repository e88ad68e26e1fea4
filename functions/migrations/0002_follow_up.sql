-- What became of a mail at the provider, told by its webhooks.
ALTER TABLE outbox ADD COLUMN delivery TEXT; -- sent, delivered, delayed, bounced, complained, failed or suppressed
ALTER TABLE outbox ADD COLUMN delivery_at TEXT; -- by the provider's clock; an older event changes nothing
-- The first attempt after which the mail may have gone out; empty while every attempt was clearly refused.
ALTER TABLE outbox ADD COLUMN maybe_sent_at TEXT;
ALTER TABLE outbox ADD COLUMN about TEXT; -- JSON: what a mail speaks of that stands in no other table; emptied once it is sent
CREATE INDEX outbox_by_provider ON outbox (provider_id) WHERE provider_id IS NOT NULL;
CREATE INDEX outbox_by_recipient ON outbox (recipient COLLATE NOCASE);
CREATE INDEX leads_by_email ON leads (email COLLATE NOCASE, created_at);
CREATE INDEX bookings_by_email ON bookings (email COLLATE NOCASE);

-- Addresses that get no more mail (bounced, complained) or no more reminders (unsubscribed). Only a
-- fingerprint of the address, so that it is recognised although everything else was deleted.
CREATE TABLE stops (
  fingerprint TEXT NOT NULL, -- SHA-256 of the address in lower case, in hex
  reason TEXT NOT NULL CHECK (reason IN ('unsubscribed', 'bounced', 'complained')),
  since TEXT NOT NULL,
  PRIMARY KEY (fingerprint, reason)
) STRICT;
CREATE INDEX stops_by_age ON stops (since);

-- Webhooks of the mail provider that were dealt with; a repeated one changes nothing.
CREATE TABLE mail_events (
  id TEXT PRIMARY KEY, -- the svix-id
  seen_at TEXT NOT NULL
) STRICT;
CREATE INDEX mail_events_by_age ON mail_events (seen_at);

-- How many leads and calls there were. All that stays of one that was deleted.
CREATE TABLE tallies (
  month TEXT NOT NULL, -- 2026-11
  what TEXT NOT NULL CHECK (what IN ('lead', 'call')),
  count INTEGER NOT NULL,
  PRIMARY KEY (month, what)
) STRICT;
