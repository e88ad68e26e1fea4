-- How often something was done on a day: by a visitor, to a mailbox, by everybody. Keys hold keyed
-- hashes, never an address.
CREATE TABLE counts (
  key TEXT PRIMARY KEY,
  day TEXT NOT NULL, -- UTC
  n INTEGER NOT NULL
) STRICT;
CREATE INDEX counts_by_day ON counts (day);

-- Proofs of work that have paid for a report; they pay once.
CREATE TABLE spent_proofs (
  id TEXT PRIMARY KEY,
  expires_at TEXT NOT NULL
) STRICT;
CREATE INDEX spent_proofs_by_age ON spent_proofs (expires_at);
