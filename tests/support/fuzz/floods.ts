import { serialiseLaneSignal } from '../../../src/wire/laneMessages.ts'
import { extended, KEEP_ALIVE, message, u32 } from './messages.ts'

/* Each message of the wire as often as a peer's allowance of an instant lasts (see `src/swarm/link/prices.ts`). */

export interface Flood {
  readonly name: string
  readonly times: number
  /** @param names the numbers by which the page wants to be told of extensions */
  readonly say: (names: Readonly<Record<string, number>>, time: number) => readonly Uint8Array[]
}

const BLOCK = 16_384
/** What is shared has more than that. */
const PIECES = 900

export const FLOODS: readonly Flood[] = [
  { name: 'keep-alive', times: 9000, say: () => [KEEP_ALIVE] },
  { name: 'unknown', times: 9000, say: () => [message(99)] },
  { name: 'choke and unchoke', times: 45, say: () => [message(0), message(1)] },
  { name: 'interested and not', times: 220, say: () => [message(2), message(3)] },
  { name: 'have', times: 9000, say: (_, time) => [message(4, [time % PIECES])] },
  {
    name: 'have and donthave',
    times: 600,
    say: (names, time) => [
      message(4, [time % PIECES]),
      extended(names['lt_donthave'] ?? 0, u32(time % PIECES)),
    ],
  },
  {
    name: 'request and cancel',
    times: 1800,
    say: (_, time) => [message(6, [time % PIECES, 0, BLOCK]), message(8, [time % PIECES, 0, BLOCK])],
  },
  {
    name: 'a block that nobody asked for',
    times: 1000,
    say: (_, time) => [message(7, [time % PIECES, 0], new Uint8Array(1))],
  },
  { name: 'suggest', times: 4500, say: (_, time) => [message(13, [time % PIECES])] },
  {
    name: 'answer to no lane',
    times: 4000,
    say: (names, time) => [
      extended(names['sh_lanes'] ?? 0, serialiseLaneSignal({ kind: 'answer', lane: time, sdp: 'v=0' })),
    ],
  },
  {
    name: 'answer to no question',
    times: 4000,
    say: (names) => [extended(names['sh_echo'] ?? 0, new Uint8Array(13).fill(1))],
  },
  {
    name: 'metadata that is none',
    times: 4000,
    say: (names) => [extended(names['ut_metadata'] ?? 0, 'd8:msg_typei9ee')],
  },
  {
    name: 'note of no length',
    times: 4000,
    say: (names) => [extended(names['sh_notes'] ?? 0, Uint8Array.of(0))],
  },
  {
    name: 'what nobody has sealed',
    times: 1900,
    say: (names) => [extended(names['sh_notes'] ?? 0, new Uint8Array(40).fill(6).fill(0, 0, 1))],
  },
  {
    name: 'handshake of extensions',
    times: 14,
    say: () => [extended(0, `d1:md${'8:ut_holepi9e'.repeat(1000)}ee`)],
  },
]
