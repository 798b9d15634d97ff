import type { AllowanceTerms } from '../../core/allowance.ts'
import type { Bytes } from '../../core/brand.ts'
import type { LaneMessage } from '../../wire/laneMessages.ts'

/*
 * What the messages of a peer cost this page, in units of at most 10 µs of work. A peer may spend what the terms
 * say over all channels of its connections together; who spends more is let go. `tests/swarm/prices.test.ts`
 * counts the work that each message causes, and docs/security.md says why it is that much.
 */

/** A unit of work: 10 µs. */
export type Units = number

/** Has a peer pay; false when it has no more, and is being let go. */
export type Charge = (units: Units) => boolean

/** What no honest peer sends is more than anybody has. */
export const BROKEN: Units = Infinity

/** In any second no more than 20,000 units, a fifth of a core. Two pages on one machine spend about 5,000. */
export const PEER_TERMS: AllowanceTerms = { burst: 10_000, perSecond: 10_000 }

/** A share more over the same connection begins with handshakes, metadata and what there is. Honest ones spend 600. */
export const SHARE_BURST: Units = 2_000

/** Each message of a data channel, whatever is in it: an event, a view and a look. */
const CHUNK: Units = 0.25

/** The wire copies what it has of an unfinished frame with every chunk. */
const COPIED_A_UNIT: Bytes = 32 * 1024

/** A message that continues a frame of which so many bytes are here. */
export function priceOfChunk(buffered: Bytes): Units {
  return CHUNK + buffered / COPIED_A_UNIT
}

/** Longer ones say what a note says, and are counted by their bytes where notes are kept. */
const SHORT: Bytes = 128

/** A message of the channel beside the wire. */
export function priceOfSideMessage(length: Bytes): Units {
  return length < SHORT ? 5 : 0.1
}

/** By id (BEP 3, BEP 6). All others cost {@link OTHER}. */
const PRICES: readonly (Units | undefined)[] = Object.assign(
  new Array<Units | undefined>(32).fill(undefined),
  {
    // A choke takes back what a peer is asked for, at most 1,024 blocks, and an unchoke asks it again.
    0: 100,
    1: 100,
    // All peers are looked through for whom to serve.
    2: 20,
    3: 20,
    // Takes back a request: those that are open, at most 8,192, are looked through.
    8: 4,
    13: 2,
    // Refuses a request: the same, of at most 1,024.
    16: 2,
  },
)

const OTHER: Units = 1

const BITFIELD = 5
const HAVE_ALL = 14
const HAVE_NONE = 15
const EXTENDED = 20

/** What a peer has: looked at once, piece by piece. */
const ALL_PIECES: Units = 100

/** An extension's message is looked through for where its dictionary ends. */
const EXTENDED_BASE: Units = 2
const EXTENDED_A_UNIT: Bytes = 2048

/** Names, numbers and nested lists are all taken apart. */
const HANDSHAKE_BASE: Units = 100
const HANDSHAKE_A_UNIT: Bytes = 16

/** A message of the wire. `extension`: its number when it is an extension's (BEP 10), 0 for their handshake. */
export function priceOfMessage(id: number, length: Bytes, extension: number | null): Units {
  switch (id) {
    case BITFIELD:
      return ALL_PIECES + length / HANDSHAKE_A_UNIT
    case HAVE_ALL:
    case HAVE_NONE:
      return ALL_PIECES
    case EXTENDED:
      return extension === 0
        ? HANDSHAKE_BASE + length / HANDSHAKE_A_UNIT
        : EXTENDED_BASE + length / EXTENDED_A_UNIT
    default:
      return PRICES[id] ?? OTHER
  }
}

/** A message of a lane. */
export function priceOfLaneMessage(kind: LaneMessage['kind']): Units {
  return kind === 'cancel' ? 4 : 1
}

/** Offers of lanes, each of which has the browser make a connection. Honest peers try 15, and then rest for 30 s. */
export const LANE_TERMS: AllowanceTerms = { burst: 20, perSecond: 0.5 }
export const LANE_OFFER: Units = 300

/** Introductions by neighbours: those that are carried on, and those that have the browser make a connection. */
export const INTRODUCTION: Units = 20
export const INTRODUCED_OFFER: Units = 300

/** Proof of who somebody is, once: a signature is checked. */
export const GREETING: Units = 100

/** Whether we are in a share: a look into a table, and at most two digests and two channels. */
export const QUESTION: Units = 50

/** A block that nobody asked for. After a choke or a seek, as many may come as were under way. */
export const UNASKED_BLOCK: Units = 8

/** A piece that the peer has lost (lt_donthave): requests for it are looked for and asked of others. */
export const LOST_PIECE: Units = 10

/** Another channel than those that were agreed on: it is closed. */
export const STRANGE_CHANNEL: Units = 1000
