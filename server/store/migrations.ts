/** Held by one who writes to PostgreSQL until the transaction ends. */
export const WRITERS_LOCK = 7_305_808
/** On which PostgreSQL tells that there are changes. */
export const CHANGES_CHANNEL = 'shoal_changes'

/** One step, for each of the databases; empty where it is of no concern to one of them. */
export interface Migration {
  readonly sqlite: string
  readonly postgres: string
}

/**
 * The tables, step by step: number n brings a database from version n to n + 1. What has been released is never
 * changed; whatever comes is added at the end.
 *
 * Times are milliseconds since 1970, info hashes and peer ids hex, and of secrets there are SHA-256 digests alone.
 */
export const MIGRATIONS: readonly Migration[] = [
  sqliteAlone(`
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
  `),
  sqliteAlone(`
  CREATE TABLE samples (
    at INTEGER PRIMARY KEY,
    figures TEXT NOT NULL
  ) STRICT;
  `),
  sqliteAlone(`
  CREATE TABLE media (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    modified_at REAL NOT NULL,
    info_hash TEXT NOT NULL,
    info BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
  `),
  sqliteAlone('CREATE INDEX torrents_by_member ON torrents (member_id)'),
  sqliteAlone(`
  CREATE TABLE allowances (
    member_id INTEGER PRIMARY KEY REFERENCES members (id),
    uploads_until REAL NOT NULL,
    downloads_until REAL NOT NULL
  ) STRICT;
  -- What was said before is booked: no more than the time since then is left to anybody.
  INSERT INTO allowances SELECT member_id, max(reported_at), max(reported_at) FROM transfers GROUP BY member_id;
  `),
  // What is old or too much is looked for member by member.
  sqliteAlone(
    'DROP INDEX transfers_by_time; CREATE INDEX transfers_by_member ON transfers (member_id, reported_at)',
  ),
  // Names as they are compared in a search; `folded` is a function that openDatabase lends.
  sqliteAlone(`
  ALTER TABLE torrents ADD COLUMN folded TEXT NOT NULL DEFAULT '';
  UPDATE torrents SET folded = folded(name);
  `),
  // What the keeper has or is to have, and who asked for it: a member, or whoever has the token of that digest.
  sqliteAlone(`
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
  `),
  // Those that are fetched from ordinary BitTorrent peers as well.
  sqliteAlone('ALTER TABLE kept ADD COLUMN bridged INTEGER NOT NULL DEFAULT 0'),
  // PostgreSQL begins here, with all that the steps before have brought but for what is each node's own: samples, and
  // what its keeper has. SQLite gets what a node has yet to tell it.
  {
    sqlite: `
    CREATE TABLE outbox (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('claim', 'completed', 'media')),
      body TEXT NOT NULL
    ) STRICT;
    -- Of which PostgreSQL this is a copy, up to which change, and as what node it knows this one.
    CREATE TABLE copy_of (
      site TEXT NOT NULL,
      node TEXT NOT NULL,
      number INTEGER NOT NULL
    ) STRICT;
    `,
    postgres: `
    CREATE TABLE invitations (
      id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
      digest TEXT NOT NULL UNIQUE,
      note TEXT NOT NULL,
      uses_left BIGINT NOT NULL CHECK (uses_left >= 0),
      expires_at BIGINT NOT NULL,
      created_at BIGINT NOT NULL
    );
    CREATE TABLE members (
      id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
      name TEXT NOT NULL,
      passkey_digest TEXT NOT NULL UNIQUE,
      invitation_id BIGINT REFERENCES invitations (id),
      created_at BIGINT NOT NULL,
      revoked_at BIGINT
    );
    CREATE TABLE torrents (
      info_hash TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      folded TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('listed', 'pending', 'blocked')),
      member_id BIGINT REFERENCES members (id),
      added_at BIGINT NOT NULL,
      completed BIGINT NOT NULL DEFAULT 0
    );
    CREATE INDEX torrents_by_member ON torrents (member_id);
    CREATE TABLE accounts (
      member_id BIGINT NOT NULL REFERENCES members (id),
      info_hash TEXT NOT NULL,
      uploaded BIGINT NOT NULL,
      downloaded BIGINT NOT NULL,
      PRIMARY KEY (member_id, info_hash)
    );
    CREATE TABLE transfers (
      member_id BIGINT NOT NULL REFERENCES members (id),
      info_hash TEXT NOT NULL,
      peer_id TEXT NOT NULL,
      uploaded BIGINT NOT NULL,
      downloaded BIGINT NOT NULL,
      reported_at BIGINT NOT NULL,
      PRIMARY KEY (member_id, info_hash, peer_id)
    );
    CREATE INDEX transfers_by_member ON transfers (member_id, reported_at);
    CREATE TABLE allowances (
      member_id BIGINT PRIMARY KEY REFERENCES members (id),
      uploads_until DOUBLE PRECISION NOT NULL,
      downloads_until DOUBLE PRECISION NOT NULL
    );
    CREATE TABLE admin_keys (
      id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
      digest TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('link', 'session', 'token')),
      name TEXT NOT NULL,
      created_at BIGINT NOT NULL,
      expires_at BIGINT
    );
    CREATE TABLE media (
      path TEXT PRIMARY KEY,
      size BIGINT NOT NULL,
      modified_at DOUBLE PRECISION NOT NULL,
      info_hash TEXT NOT NULL,
      info BYTEA NOT NULL
    );

    -- Up to which entry of its outbox each node has been heard.
    CREATE TABLE nodes (
      id TEXT PRIMARY KEY,
      taken BIGINT NOT NULL
    );
    -- What the nodes' copies have to follow, in order: whoever changes one of the tables holds the lock until the end
    -- of the transaction, so that no number is seen before a smaller one.
    CREATE TABLE changes (
      number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at TIMESTAMPTZ NOT NULL DEFAULT now(),
      place TEXT NOT NULL,
      is_gone BOOLEAN NOT NULL,
      entry JSONB NOT NULL
    );
    CREATE INDEX changes_by_time ON changes (at);
    -- Which database this is, and up to which number it has forgotten its changes.
    CREATE TABLE site (
      id UUID NOT NULL DEFAULT gen_random_uuid(),
      forgotten BIGINT NOT NULL DEFAULT 0
    );
    INSERT INTO site DEFAULT VALUES;
    CREATE FUNCTION note_changes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(${WRITERS_LOCK});
      INSERT INTO changes (place, is_gone, entry)
        SELECT TG_TABLE_NAME, TG_OP = 'DELETE', to_jsonb(changed) FROM changed;
      IF FOUND THEN PERFORM pg_notify('${CHANGES_CHANNEL}', ''); END IF;
      RETURN NULL;
    END $$;
    ${['invitations', 'members', 'torrents', 'accounts', 'admin_keys', 'media'].map(noted).join('')}
    `,
  },
  // Of films in many parts: what each of their files was when it was hashed.
  {
    sqlite: "ALTER TABLE media ADD COLUMN parts TEXT NOT NULL DEFAULT '[]'",
    postgres: "ALTER TABLE media ADD COLUMN parts TEXT NOT NULL DEFAULT '[]'",
  },
  // Samples are of all nodes together, and so for all of them.
  {
    // Its numbers go on: PostgreSQL remembers the last that it has taken.
    sqlite: `
    ALTER TABLE outbox RENAME TO outbox_before;
    CREATE TABLE outbox (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('claim', 'completed', 'media', 'sample')),
      body TEXT NOT NULL
    ) STRICT;
    INSERT INTO sqlite_sequence (name, seq) SELECT 'outbox', seq FROM sqlite_sequence WHERE name = 'outbox_before';
    INSERT INTO outbox SELECT number, kind, body FROM outbox_before;
    DROP TABLE outbox_before;
    `,
    postgres: `CREATE TABLE samples (at BIGINT PRIMARY KEY, figures TEXT NOT NULL); ${noted('samples')}`,
  },
]

function sqliteAlone(sqlite: string): Migration {
  return { sqlite, postgres: '' }
}

/** Triggers that enter what happens to a table of PostgreSQL among the changes. */
function noted(table: string): string {
  const [changed, gone] = ['REFERENCING NEW TABLE AS changed', 'REFERENCING OLD TABLE AS changed']
  const trigger = (event: string, rows: string): string =>
    `CREATE TRIGGER note_${event} AFTER ${event} ON ${table} ${rows} FOR EACH STATEMENT EXECUTE FUNCTION note_changes();`
  return [trigger('INSERT', changed), trigger('UPDATE', changed), trigger('DELETE', gone)].join(' ')
}
