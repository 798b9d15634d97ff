import type { Wire } from 'bittorrent-protocol'
import { Allowance, type AllowanceTerms } from '../core/allowance.ts'
import type { Milliseconds } from '../core/brand.ts'
import { Bencoded } from '../torrent/bencode.ts'
import { bencode } from '../torrent/writeBencode.ts'
import { readCompact, textOf, writeCompact, type PeerAddress } from '../wire/compactPeers.ts'
import { knowsExtension, useExtension } from './wireExtension.ts'

/*
 * Peers tell each other of peers (BEP 11, `ut_pex`). Our own, because the package reads what comes without any bound,
 * and throws at what it does not understand.
 */

const NAME = 'ut_pex'

/** One message a minute, the first soon after the handshakes; no more than 50 addresses in it (BEP 11). */
const FIRST: Milliseconds = 1_000
const EVERY: Milliseconds = 60_000
const MOST = 50

/** What a peer may tell; libtorrent begins with two messages. */
const TERMS: AllowanceTerms = { burst: 3, perSecond: 1 / 50 }

export interface ExchangeOptions {
  /** Whether peers may be told of: never those of a private torrent (BEP 27), or of one that may be. */
  readonly tells: () => boolean
  /** Where others can be reached, but for the peer itself. */
  readonly others: () => readonly PeerAddress[]
  readonly received: (addresses: readonly PeerAddress[]) => void
}

/** Must be called before our handshake of extensions goes out. */
export function useExchange(wire: Wire, { tells, others, received }: ExchangeOptions): void {
  const taking = new Allowance(TERMS, () => performance.now())
  let told = new Map<string, PeerAddress>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    timer = setTimeout(tell, EVERY)
    if (wire.destroying || !tells() || !knowsExtension(wire, NAME)) return
    const now = new Map(others().map((address) => [textOf(address), address]))
    const added = [...now].filter(([key]) => !told.has(key)).slice(0, MOST)
    const dropped = [...told].filter(([key]) => !now.has(key)).slice(0, MOST)
    if (added.length === 0 && dropped.length === 0) return
    told = new Map([...told, ...added])
    for (const [key] of dropped) told.delete(key)
    wire.extended(NAME, message(added.map(valueOf), dropped.map(valueOf)))
  }
  useExtension(wire, NAME, {
    onExtendedHandshake: () => {
      timer ??= setTimeout(tell, FIRST)
    },
    onMessage: (bytes) => {
      if (taking.afford(1)) received(parse(bytes))
    },
  })
  wire.once('close', () => clearTimeout(timer))
}

function message(added: readonly PeerAddress[], dropped: readonly PeerAddress[]): Uint8Array {
  const flags = (addresses: Uint8Array, length: number) => new Uint8Array(addresses.length / length)
  const [four, six] = [writeCompact(added, 4), writeCompact(added, 6)]
  return bencode({
    added: four,
    'added.f': flags(four, 6),
    added6: six,
    'added6.f': flags(six, 18),
    dropped: writeCompact(dropped, 4),
    dropped6: writeCompact(dropped, 6),
  })
}

function parse(bytes: Uint8Array): readonly PeerAddress[] {
  try {
    const members = new Bencoded(bytes).dictionary()
    const read = (name: string, family: 4 | 6) =>
      readCompact(members?.get(name)?.bytes() ?? new Uint8Array(), family, MOST)
    return [...read('added', 4), ...read('added6', 6)]
  } catch {
    return []
  }
}

function valueOf([, address]: readonly [string, PeerAddress]): PeerAddress {
  return address
}
