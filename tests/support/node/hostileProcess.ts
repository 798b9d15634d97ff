import { join } from 'node:path'
import { parseInfoHash } from '../../../src/core/infoHash.ts'
import { makeAuthor, openScope, type Identity } from '../../../src/notes/signing.ts'
import { fragmentsOf } from '../../../src/wire/fragments.ts'
import WebTorrent, { type PlainWire } from 'webtorrent'
import { strike } from './attacks.ts'

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
  /** Those who have been told all of it. */
  const met = new Set<string>()
  torrent.on('wire', (wire: PlainWire) => {
    class Notes {
      onMessage(): void {
        // Whatever honest peers say.
      }
    }
    Object.defineProperty(Notes.prototype, 'name', { value: NAME })
    wire.use(Notes)
    let hasStruck = false
    const meet = () => {
      // Pages alone: the other attackers have nothing to lose.
      if (wire.peerExtendedMapping['sh_echo'] === undefined || hasStruck) return
      hasStruck = true
      const turn = turns.get(wire.peerId) ?? turns.size
      turns.set(wire.peerId, turn)
      wire.once('close', () => tell({ event: 'dropped', attack }))
      const struck = strike(attack, identity, turn, (message) => {
        for (const fragment of fragmentsOf(message)) if (!wire.destroyed) wire.extended(NAME, fragment)
      })
      void struck.then(() => {
        // Of two connections to a page one is closed at once: it may have heard nothing.
        if (wire.destroyed || met.has(wire.peerId)) return
        met.add(wire.peerId)
        tell({ event: 'met', attack })
      })
    }
    // Their extended handshake may have come together with the first one.
    meet()
    wire.on('extended', (name: unknown) => {
      if (name === 'handshake') meet()
    })
  })
}

function tell(event: object): void {
  process.stdout.write(`${JSON.stringify(event)}\n`)
}
