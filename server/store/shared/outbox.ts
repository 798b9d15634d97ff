import type { DatabaseSync } from 'node:sqlite'

export type OutboxKind = 'claim' | 'completed' | 'media' | 'sample'

export interface OutboxEntry {
  /** Grows, and is used once. */
  readonly number: number
  readonly kind: OutboxKind
  readonly body: unknown
}

/** What this node has yet to tell PostgreSQL, on disk: it survives the process. */
export class Outbox {
  readonly #database: DatabaseSync
  #length: number

  constructor(database: DatabaseSync) {
    this.#database = database
    const { length } = database.prepare('SELECT count(*) AS length FROM outbox').get() as { length: number }
    this.#length = length
  }

  get length(): number {
    return this.#length
  }

  /** In the transaction of whoever calls, if there is one. */
  add(kind: OutboxKind, bodies: readonly unknown[]): void {
    const insert = this.#database.prepare('INSERT INTO outbox (kind, body) VALUES (?, ?)')
    for (const body of bodies) insert.run(kind, JSON.stringify(body))
    this.#length += bodies.length
  }

  first(most: number): readonly OutboxEntry[] {
    const rows = this.#database
      .prepare('SELECT number, kind, body FROM outbox ORDER BY number LIMIT ?')
      .all(most) as { number: number; kind: OutboxKind; body: string }[]
    return rows.map(({ number, kind, body }) => ({ number, kind, body: JSON.parse(body) as unknown }))
  }

  /** All entries up to this number have arrived. */
  forget(number: number): void {
    const { changes } = this.#database.prepare('DELETE FROM outbox WHERE number <= ?').run(number)
    this.#length -= Number(changes)
  }
}
