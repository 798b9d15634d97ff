import type { InfoHash } from '../../src/core/infoHash.ts'
import type { NodeId } from './nodeId.ts'
import { summed, type TableCounts } from './outlet.ts'

/** What a node on this machine says to the process that all of them come from. */
export type ToTable =
  | readonly ['here', NodeId]
  | readonly ['to', NodeId, sequence: number, lines: string]
  | readonly ['all', readonly string[]]
  | readonly ['enter' | 'write', InfoHash, TableCounts]
  | readonly ['leave', InfoHash]
  | readonly ['counts', question: number, InfoHash]
  | readonly ['secret', string]

export type FromTable =
  | readonly ['from', NodeId, sequence: number, lines: string]
  | readonly ['all', NodeId, readonly string[]]
  | readonly ['entered', InfoHash, readonly NodeId[]]
  | readonly ['counts', question: number, TableCounts]
  | readonly ['secret', string]
  | readonly ['gone', NodeId]

/** One node's place at the table. */
export interface Seat {
  heard(messages: readonly ToTable[]): void
  /** The process has ended, or is about to: the others know it in the next turn. */
  left(): void
}

/**
 * What Valkey is to nodes on several machines, for those on one: it hands messages on, and knows which node has what.
 * No time to live is needed, since the end of a process is known at once.
 */
export class ProcessTable {
  readonly #nodes = new Map<NodeId, (message: FromTable) => void>()
  readonly #swarms = new Map<InfoHash, Map<NodeId, TableCounts>>()
  #secret: string | null = null

  /** @param send is given all that one turn of the event loop had for the node */
  seat(send: (messages: readonly FromTable[]) => void): Seat {
    let due: FromTable[] = []
    let id: NodeId | null = null
    const tell = (message: FromTable): void => {
      due.push(message)
      if (due.length > 1) return
      setImmediate(() => {
        const messages = due
        due = []
        send(messages)
      })
    }
    return {
      heard: (messages) => {
        for (const message of messages) {
          if (message[0] === 'here') this.#nodes.set((id = message[1]), tell)
          else if (id !== null) this.#hear(id, message, tell)
        }
      },
      left: () => {
        if (id !== null) this.#leave(id)
        id = null
      },
    }
  }

  #hear(
    from: NodeId,
    message: Exclude<ToTable, readonly ['here', NodeId]>,
    tell: (answer: FromTable) => void,
  ): void {
    switch (message[0]) {
      case 'to':
        return this.#nodes.get(message[1])?.(['from', from, message[2], message[3]])
      case 'all':
        // Who speaks hears it as well, as it does of Valkey: so it knows that it is heard.
        for (const node of this.#nodes.values()) node(['all', from, message[1]])
        return
      case 'write':
        this.#entryOf(message[1]).set(from, message[2])
        return
      case 'enter': {
        const entry = this.#entryOf(message[1])
        entry.set(from, message[2])
        return tell(['entered', message[1], [...entry.keys()]])
      }
      case 'leave':
        return this.#remove(message[1], from)
      case 'counts':
        return tell(['counts', message[1], summed(this.#swarms.get(message[2])?.values() ?? [])])
      case 'secret':
        return tell(['secret', (this.#secret ??= message[1])])
    }
  }

  #leave(id: NodeId): void {
    this.#nodes.delete(id)
    for (const infoHash of this.#swarms.keys()) this.#remove(infoHash, id)
    for (const node of this.#nodes.values()) node(['gone', id])
  }

  #entryOf(infoHash: InfoHash): Map<NodeId, TableCounts> {
    let entry = this.#swarms.get(infoHash)
    if (!entry) this.#swarms.set(infoHash, (entry = new Map<NodeId, TableCounts>()))
    return entry
  }

  #remove(infoHash: InfoHash, id: NodeId): void {
    const entry = this.#swarms.get(infoHash)
    entry?.delete(id)
    if (entry?.size === 0) this.#swarms.delete(infoHash)
  }
}
