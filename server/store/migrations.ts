/**
 * The tables, step by step: number n brings a database from version n to n + 1. What has been released is never
 * changed; whatever comes is added at the end.
 *
 * Times are milliseconds since 1970, info hashes and peer ids hex, and of secrets there are SHA-256 digests alone.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE torrents (
    info_hash TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('listed', 'pending', 'blocked')),
    member_id INTEGER REFERENCES members (id),
    added_at INTEGER NOT NULL,
    completed INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX torrents_by_time ON torrents (added_at);

  CREATE TABLE invitations (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    note TEXT NOT NULL,
    uses_left INTEGER NOT NULL CHECK (uses_left >= 0),
    expires_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE members (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    passkey_digest TEXT NOT NULL UNIQUE,
    invitation_id INTEGER REFERENCES invitations (id),
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
  ) STRICT;

  CREATE TABLE accounts (
    member_id INTEGER NOT NULL REFERENCES members (id),
    info_hash TEXT NOT NULL,
    uploaded INTEGER NOT NULL,
    downloaded INTEGER NOT NULL,
    PRIMARY KEY (member_id, info_hash)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE transfers (
    member_id INTEGER NOT NULL REFERENCES members (id),
    info_hash TEXT NOT NULL,
    peer_id TEXT NOT NULL,
    uploaded INTEGER NOT NULL,
    downloaded INTEGER NOT NULL,
    reported_at INTEGER NOT NULL,
    PRIMARY KEY (member_id, info_hash, peer_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX transfers_by_time ON transfers (reported_at);

  CREATE TABLE admin_keys (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('link', 'session', 'token')),
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER
  ) STRICT;
  `,
  `
  CREATE TABLE samples (
    at INTEGER PRIMARY KEY,
    figures TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE media (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    modified_at REAL NOT NULL,
    info_hash TEXT NOT NULL,
    info BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  'CREATE INDEX torrents_by_member ON torrents (member_id)',
  `
  CREATE TABLE allowances (
    member_id INTEGER PRIMARY KEY REFERENCES members (id),
    uploads_until REAL NOT NULL,
    downloads_until REAL NOT NULL
  ) STRICT;
  -- What was said before is booked: no more than the time since then is left to anybody.
  INSERT INTO allowances SELECT member_id, max(reported_at), max(reported_at) FROM transfers GROUP BY member_id;
  `,
  // What is old or too much is looked for member by member.
  'DROP INDEX transfers_by_time; CREATE INDEX transfers_by_member ON transfers (member_id, reported_at)',
  // Names as they are compared in a search; `folded` is a function that openDatabase lends.
  `
  ALTER TABLE torrents ADD COLUMN folded TEXT NOT NULL DEFAULT '';
  UPDATE torrents SET folded = folded(name);
  `,
  // What the keeper has or is to have, and who asked for it: a member, or whoever has the token of that digest.
  `
  CREATE TABLE kept (
    info_hash TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    size INTEGER,
    here INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'fetching', 'kept', 'failed')),
    failure TEXT,
    added_at INTEGER NOT NULL,
    moved_at INTEGER NOT NULL,
    wanted_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE kept_for (
    digest TEXT PRIMARY KEY,
    info_hash TEXT NOT NULL REFERENCES kept (info_hash) ON DELETE CASCADE,
    member_id INTEGER REFERENCES members (id),
    asked_at INTEGER NOT NULL,
    until INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX kept_for_by_share ON kept_for (info_hash);
  `,
  // Those that are fetched from ordinary BitTorrent peers as well.
  'ALTER TABLE kept ADD COLUMN bridged INTEGER NOT NULL DEFAULT 0',
]
