import type { Media, MediaRecord, MediaStore } from '../media.ts'
import type { Outbox } from './outbox.ts'
import type { Query } from './postgres.ts'

export interface SharedMediaOptions {
  readonly copy: Media
  readonly outbox: Outbox
  /** Something is in the outbox. */
  readonly sent: () => void
}

type SentRecord = Omit<MediaRecord, 'info'> & { readonly info: string }

/**
 * What hashing came to, so that one node does it for all that publish the same folder. It is the same whoever hashes a
 * file, so the copy is written at once and PostgreSQL told by way of the outbox. What one node does not have (any more)
 * is forgotten by that node alone: another may have it.
 */
export class SharedMedia implements MediaStore {
  readonly #options: SharedMediaOptions

  constructor(options: SharedMediaOptions) {
    this.#options = options
  }

  all(): readonly MediaRecord[] {
    return this.#options.copy.all()
  }

  put(record: MediaRecord): void {
    const { copy, outbox, sent } = this.#options
    copy.put(record)
    const told: SentRecord = { ...record, info: Buffer.from(record.info).toString('base64') }
    outbox.add('media', [told])
    sent()
  }

  remove(path: string): void {
    this.#options.copy.remove(path)
  }
}

/** Enters what was hashed. */
export async function putMedia(query: Query, bodies: readonly unknown[]): Promise<void> {
  for (const { path, size, modifiedAt, infoHash, info, parts } of bodies as readonly SentRecord[]) {
    await query(
      `INSERT INTO media (path, size, modified_at, info_hash, info, parts) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified_at = excluded.modified_at,
         info_hash = excluded.info_hash, info = excluded.info, parts = excluded.parts`,
      [path, size, modifiedAt, infoHash, Buffer.from(info, 'base64'), JSON.stringify(parts)],
    )
  }
}
