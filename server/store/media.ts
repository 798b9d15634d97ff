import type { DatabaseSync } from 'node:sqlite'
import type { InfoHash } from '../../src/core/infoHash.ts'

/** A file of a film in many parts, as it was hashed. */
export interface MediaPart {
  /** Below the media folder, with `/`. */
  readonly path: string
  readonly size: number
  readonly modifiedAt: number
}

/** A film of the media folder that has been hashed. */
export interface MediaRecord {
  /** Below the media folder, with `/`: of what is played. */
  readonly path: string
  readonly size: number
  readonly modifiedAt: number
  readonly infoHash: InfoHash
  /** The bencoded info dictionary (BEP 3). */
  readonly info: Uint8Array<ArrayBuffer>
  /** Of a film in many parts; empty for one file. */
  readonly parts: readonly MediaPart[]
}

/** What the server asks of it. */
export type MediaStore = Pick<Media, 'all' | 'put' | 'remove'>

/** What hashing the media folder came to, so that it is done once. */
export class Media {
  readonly #database: DatabaseSync

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  all(): readonly MediaRecord[] {
    const rows = this.#database.prepare('SELECT * FROM media').all() as unknown as Row[]
    return rows.map((row) => ({
      path: row.path,
      size: row.size,
      modifiedAt: row.modified_at,
      infoHash: row.info_hash,
      info: new Uint8Array(row.info),
      parts: JSON.parse(row.parts) as MediaPart[],
    }))
  }

  put({ path, size, modifiedAt, infoHash, info, parts }: MediaRecord): void {
    this.#database
      .prepare(
        `INSERT INTO media (path, size, modified_at, info_hash, info, parts) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified_at = excluded.modified_at,
           info_hash = excluded.info_hash, info = excluded.info, parts = excluded.parts`,
      )
      .run(path, size, modifiedAt, infoHash, info, JSON.stringify(parts))
  }

  remove(path: string): void {
    this.#database.prepare('DELETE FROM media WHERE path = ?').run(path)
  }
}

interface Row {
  readonly path: string
  readonly size: number
  readonly modified_at: number
  readonly info_hash: InfoHash
  readonly info: Uint8Array
  /** JSON */
  readonly parts: string
}
