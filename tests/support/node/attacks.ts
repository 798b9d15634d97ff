import { bytesOfHex } from '../../../src/core/bytes.ts'
import { AuthorDocument } from '../../../src/notes/authorDocument.ts'
import { certify, makeAuthor, signEnvelope, type Identity } from '../../../src/notes/signing.ts'
import type { Envelope } from '../../../src/wire/noteEnvelope.ts'
import { serialiseNoteMessage } from '../../../src/wire/noteMessages.ts'

/** What peers that mean no good with notes say. */

/** Whoever does this is dropped. */
export const DROPPED = ['junk', 'forger', 'gap', 'repeater', 'flooder', 'intruder', 'thief'] as const

/** None of it may ever be shown. */
export const LIES: readonly string[] = [
  'Forged by a stranger',
  'One thing to one',
  'Another thing to another',
  'Let me in',
  'Not mine to write',
  'Gap 5',
  'Gap 99',
]

/** What the equivocator has signed. */
const said = new Map<string, Promise<Envelope>>()

type Send = (message: Uint8Array<ArrayBuffer>) => void

/** @param turn 0 for the first page that is met, and so on */
export async function strike(attack: string, identity: Identity, turn: number, send: Send): Promise<void> {
  const say = (envelope: Envelope) => send(serialiseNoteMessage({ kind: 'envelope', envelope }))
  send(serialiseNoteMessage({ kind: 'have', answer: true, heads: new Map() }))
  const first = { kind: 'change', seq: 1, previous: new Uint8Array(32) } as const
  switch (attack) {
    case 'junk':
      send(crypto.getRandomValues(new Uint8Array(5000)).fill(99, 0, 1))
      return
    case 'forger': {
      const envelope = await signEnvelope(identity, { ...first, update: note('Forged by a stranger') })
      const bytes = envelope.bytes.slice()
      bytes.set(crypto.getRandomValues(new Uint8Array(64)), bytes.length - 64)
      say({ ...envelope, bytes })
      return
    }
    case 'equivocator': {
      // Signed once each: a page that is met again is told the same again.
      const text = turn === 0 ? 'One thing to one' : 'Another thing to another'
      const signed = said.get(text) ?? signEnvelope(identity, { ...first, update: note(text) })
      said.set(text, signed)
      say(await signed)
      return
    }
    case 'gap': {
      for (let seq = 5; seq < 100; seq++) {
        const previous = new Uint8Array(32).fill(seq)
        say(await signEnvelope(identity, { kind: 'change', seq, previous, update: note(`Gap ${seq}`) }))
      }
      return
    }
    case 'repeater': {
      const envelope = await signEnvelope(identity, { ...first, update: note('Said without end') })
      for (let count = 0; count < 6000; count++) say(envelope)
      return
    }
    case 'flooder': {
      const document = new AuthorDocument()
      let previous = new Uint8Array(32)
      for (let seq = 1; seq < 100; seq++) {
        const text = String(seq).padEnd(90_000, '!')
        const update = document.write(new Map([[`x:${seq}`, text]]))
        if (!update) return
        const envelope = await signEnvelope(identity, { kind: 'change', seq, previous, update })
        previous = bytesOfHex(envelope.hash)
        say(envelope)
      }
      return
    }
    case 'intruder': {
      // Tries to write as one who was let in by a key of their own.
      const writers = await makeAuthor()
      const certificate = await certify(writers.key, identity.review, identity.author)
      say(await signEnvelope({ ...identity, certificate }, { ...first, update: note('Let me in') }))
      return
    }
    case 'thief': {
      // A change of something else than one's own entries: another root.
      const update = note('Not mine to write')
      update.set(new TextEncoder().encode('f'), update.indexOf('e'.charCodeAt(0)))
      say(await signEnvelope(identity, { ...first, update }))
      return
    }
    default:
      throw new Error(`Unknown attack ${attack}`)
  }
}

function note(text: string): Uint8Array {
  const update = new AuthorDocument().write(new Map([['n:a', { t: text, m: Date.now() }]]))
  if (!update) throw new Error('Writing changes something.')
  return update
}
