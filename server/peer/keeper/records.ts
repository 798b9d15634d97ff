import { DatabaseSync } from 'node:sqlite'
import type { InfoHash } from '../../../src/core/infoHash.ts'
import type { Library, LibraryDraft, LibraryEntry, LibraryProgress } from '../../../src/storage/library.ts'

interface Row {
  readonly torrent: Uint8Array
  readonly rest: string
  readonly bitfield: Uint8Array | null
  readonly moved: string | null
}

/** What an entry is besides the torrent, and progress besides the bitfield, as JSON. */
type Rest = Omit<LibraryEntry, 'torrentFile'>
type Moved = Omit<LibraryProgress, 'bitfield'>

/**
 * The library of a process of Node, in a file of SQLite. What is written survives the end of the process at any
 * moment.
 */
export class Records implements Library {
  readonly #database: DatabaseSync

  constructor(path: string) {
    this.#database = new DatabaseSync(path)
    this.#database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS shares (
        info_hash TEXT PRIMARY KEY,
        torrent BLOB NOT NULL,
        rest TEXT NOT NULL,
        bitfield BLOB,
        moved TEXT
      ) STRICT;
      CREATE TABLE IF NOT EXISTS drafts (id TEXT PRIMARY KEY, draft TEXT NOT NULL) STRICT;
    `)
  }

  /** Null for a share that is not remembered. */
  get(infoHash: InfoHash): { entry: LibraryEntry; progress: LibraryProgress | null } | null {
    const row = this.#database.prepare('SELECT * FROM shares WHERE info_hash = ?').get(infoHash)
    return row === undefined ? null : read(row as unknown as Row)
  }

  /** Of all shares that are remembered; {@link all} reads their torrents as well, which may be much. */
  infoHashes(): readonly InfoHash[] {
    const rows = this.#database.prepare('SELECT info_hash FROM shares').all()
    return rows.map((row) => row['info_hash'] as InfoHash)
  }

  async all() {
    const rows = this.#database.prepare('SELECT * FROM shares').all() as unknown as Row[]
    return rows.map(read).sort((one, other) => one.entry.addedAt - other.entry.addedAt)
  }

  async put({ torrentFile, ...rest }: LibraryEntry): Promise<void> {
    this.#database
      .prepare(
        `INSERT INTO shares (info_hash, torrent, rest) VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET torrent = excluded.torrent, rest = excluded.rest`,
      )
      .run(rest.infoHash, torrentFile, JSON.stringify(rest satisfies Rest))
  }

  async putProgress(infoHash: InfoHash, { bitfield, ...moved }: LibraryProgress): Promise<void> {
    this.#database
      .prepare('UPDATE shares SET bitfield = ?, moved = ? WHERE info_hash = ?')
      .run(bitfield, JSON.stringify(moved satisfies Moved), infoHash)
  }

  async delete(infoHash: InfoHash): Promise<void> {
    this.#database.prepare('DELETE FROM shares WHERE info_hash = ?').run(infoHash)
  }

  async drafts() {
    const rows = this.#database.prepare('SELECT draft FROM drafts').all()
    return rows.map((row) => JSON.parse(String(row['draft'])) as LibraryDraft)
  }

  async putDraft(draft: LibraryDraft): Promise<void> {
    this.#database
      .prepare('INSERT OR REPLACE INTO drafts (id, draft) VALUES (?, ?)')
      .run(draft.id, JSON.stringify(draft))
  }

  async deleteDraft(id: string): Promise<void> {
    this.#database.prepare('DELETE FROM drafts WHERE id = ?').run(id)
  }

  close(): void {
    this.#database.close()
  }
}

function read({ torrent, rest, bitfield, moved }: Row) {
  const entry: LibraryEntry = { ...(JSON.parse(rest) as Rest), torrentFile: new Uint8Array(torrent) }
  const progress = bitfield && moved !== null ? { ...(JSON.parse(moved) as Moved), bitfield } : null
  return { entry, progress }
}
