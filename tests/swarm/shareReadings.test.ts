import { expect, it } from 'vitest'
import { Progress } from '../../src/swarm/progress.ts'
import { ShareReadings } from '../../src/swarm/shareReadings.ts'
import { ledgerOf } from './support/ledger.ts'
import { someContents } from './support/someContents.ts'

/** What is due when somebody watches a film of two hours at 8 kB/s and jumps in it. */

const PIECE = 16_384
const RATE = 8192
const SIZE = 7200 * RATE
const at = (seconds: number) => seconds * RATE
const pieceAt = (seconds: number) => Math.floor(at(seconds) / PIECE)

const contents = someContents([SIZE], { pieceLength: PIECE })

class Film {
  now = 10_000
  readonly wants: [from: number, deadline: number | null][] = []
  readonly pieces = ledgerOf(SIZE, PIECE)
  readonly readings = new ShareReadings({
    contents,
    progress: new Progress(contents.extents, this.pieces),
    readPiece: (_piece, _offset, length) => Promise.resolve(new Uint8Array(length)),
    want: ({ from }, deadline) => this.wants.push([from, deadline]),
    now: () => this.now,
  })

  tells(ahead: number): void {
    this.readings.playing(0, { ahead, rate: RATE })
  }

  /** The browser asks for what is there, and waits. */
  reads(seconds: number) {
    const reading = this.readings.open(0)
    reading.read(at(seconds), at(seconds) + 65_536).catch(() => undefined)
    return reading
  }

  /** The piece that is due first, and in how many seconds. */
  get first(): [number, number] | null {
    const [first] = this.readings.due(RATE)
    return first ? [first.piece, (first.due - this.now) / 1000] : null
  }
}

function playing(ahead: number): Film {
  const film = new Film()
  film.tells(0)
  film.tells(ahead)
  return film
}

it('is due when it is to be shown', () => {
  const film = playing(250)
  film.reads(250)
  expect(film.first).toEqual([pieceAt(250), 250])
})

it.each(['before', 'after'])(
  'is due at once after a jump that the player tells %s it reads there',
  (order) => {
    const film = playing(250)
    film.now += 60_000
    if (order === 'before') film.tells(0)
    film.reads(3600)
    if (order === 'after') film.tells(0)
    expect(film.first).toEqual([pieceAt(3600), 0])
    // The scheduler is told as well, which puts what is due first first.
    expect(film.wants).toContainEqual([pieceAt(3600), film.now])
  },
)

it('lets go of what nobody waits for, where the player was before', async () => {
  const film = playing(250)
  const before = film.readings.open(0)
  film.pieces.setHere(pieceAt(250), true)
  await before.read(at(250), at(250) + 1)
  expect(film.first?.[0]).toBe(pieceAt(250) + 1)
  film.now += 300_000
  film.tells(0)
  expect(film.first).toBeNull()
  film.reads(3600)
  expect(film.first?.[0]).toBe(pieceAt(3600))
  // It goes on reading there: then it is needed.
  before.read(at(260), at(260) + 65_536).catch(() => undefined)
  expect(film.readings.due(RATE).map(({ piece }) => piece)).toContain(pieceAt(260))
})

it('comes closer by a jump within what is here, and is not let go of', () => {
  const film = playing(250)
  film.reads(250)
  film.tells(10)
  expect(film.first).toEqual([pieceAt(250), 10])
})

it('is due when the first of two readers needs it, and no more once both have closed', () => {
  const film = playing(0)
  const [one, two] = [film.reads(3600), film.reads(3600)]
  expect(film.readings.due(RATE).filter(({ piece }) => piece === pieceAt(3600))).toHaveLength(1)
  one.close()
  expect(film.first?.[0]).toBe(pieceAt(3600))
  two.close()
  expect(film.first).toBeNull()
  expect(film.wants.at(-1)).toEqual([pieceAt(3600), null])
})
