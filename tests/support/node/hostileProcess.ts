import { join } from 'node:path'
import { bytesOfHex } from '../../../src/core/bytes.ts'
import { parseInfoHash } from '../../../src/core/infoHash.ts'
import { AuthorDocument } from '../../../src/notes/authorDocument.ts'
import { certify, makeAuthor, openScope, signEnvelope, type Identity } from '../../../src/notes/signing.ts'
import { fragmentsOf } from '../../../src/wire/fragments.ts'
import type { Envelope } from '../../../src/wire/noteEnvelope.ts'
import { serialiseNoteMessage } from '../../../src/wire/noteMessages.ts'
import WebTorrent, { type PlainWire } from 'webtorrent'

/**
 * Webtorrent clients that keep notes and mean no good, one for each attack. Each tells as one JSON object a line
 * whom it has met and who has dropped it; all end when the standard input does.
 *
 *     hostileProcess.ts <tracker> <folder> <magnet> <attack>…
 */

const NAME = 'sh_notes'
const [tracker = '', folder = '', magnet = '', ...attacks] = process.argv.slice(2)
const share = parseInfoHash(/btih:([0-9a-f]{40})/.exec(magnet)?.[1] ?? '')
if (!share) throw new Error('The magnet names no share.')
const review = openScope(share).name
/** What the equivocator has signed. */
const said = new Map<string, Promise<Envelope>>()

process.stdin.on('end', () => process.exit(0)).resume()
for (const attack of attacks) await start(attack)

async function start(attack: string): Promise<void> {
  const identity: Identity = { review, certificate: null, ...(await makeAuthor()) }
  const client = new WebTorrent({
    dht: false,
    lsd: false,
    utPex: false,
    utp: false,
    natUpnp: false,
    natPmp: false,
    tracker: { rtcConfig: { iceServers: [] } },
  })
  client.on('error', () => undefined)
  // A folder of its own: whoever finds the file there is a seed as well, and leaves the pages by itself.
  const torrent = client.add(magnet, { announce: [tracker], path: join(folder, attack), deselect: true })
  torrent.on('warning', () => undefined)
  // A connection that fails on a busy machine would be tried again after minutes only.
  setInterval(() => torrent.discovery.tracker?.update(), 10_000)
  /** Which page it was, the first or the second…; by peer id, for a page may be met again. */
  const turns = new Map<string, number>()
  torrent.on('wire', (wire: PlainWire) => {
    class Notes {
      onMessage(): void {
        // Whatever honest peers say.
      }
    }
    Object.defineProperty(Notes.prototype, 'name', { value: NAME })
    wire.use(Notes)
    let struck = false
    const meet = () => {
      // Pages alone: the other attackers have nothing to lose.
      if (wire.peerExtendedMapping['sh_echo'] === undefined || struck) return
      struck = true
      const turn = turns.get(wire.peerId) ?? turns.size
      if (!turns.has(wire.peerId)) tell({ event: 'met', attack })
      turns.set(wire.peerId, turn)
      wire.once('close', () => tell({ event: 'dropped', attack }))
      void strike(attack, identity, turn, (message) => {
        for (const fragment of fragmentsOf(message)) if (!wire.destroyed) wire.extended(NAME, fragment)
      })
    }
    // Their extended handshake may have come together with the first one.
    meet()
    wire.on('extended', (name: unknown) => {
      if (name === 'handshake') meet()
    })
  })
}

type Send = (message: Uint8Array) => void

/** @param turn 0 for the first page that is met, and so on */
async function strike(attack: string, identity: Identity, turn: number, send: Send): Promise<void> {
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
      const certificate = await certify(writers.key, review, identity.author)
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

function tell(event: object): void {
  process.stdout.write(`${JSON.stringify(event)}\n`)
}
