import { parseInfoHash, type InfoHash } from '../../../src/core/infoHash.ts'
import { seededRandom } from '../../../src/core/random.ts'
import { packDrawing } from '../../../src/core/drawing/packDrawing.ts'
import type { NoteContent } from '../../../src/notes/noteModel.ts'
import { NoteRoom } from '../../../src/notes/noteRoom.ts'
import { openScope } from '../../../src/notes/signing.ts'
import type { DataChannel } from '../../../src/swarm/link/peerConnection.ts'
import { HeldMemory } from '../../../src/swarm/link/heldMemory.ts'
import { SideChannel } from '../../../src/swarm/link/sideChannel.ts'
import type { NotePeer } from '../../../src/swarm/wireNotes.ts'
import { Defragmenter, MAX_FRAGMENT } from '../../../src/wire/fragments.ts'
import { MAX_NOTE_MESSAGE } from '../../../src/wire/noteMessages.ts'

/** Rooms of one page, connected by real data channels on this machine: the notes' own code and nothing else. */

export interface LateJoin {
  /** From the connection to the last note being readable. */
  readonly ms: number
  /** Both ways. */
  readonly bytes: number
  readonly notes: number
  /** What one more note costs then, at the one connection. */
  readonly bytesPerNote: number
}

export interface Churn {
  /** From the last note, and the last change of the mesh, to all rooms being equal. */
  readonly ms: number
  /** From the one connection that ends a split, with notes on both sides. */
  readonly splitMs: number
  readonly notes: number
}

declare global {
  var lateJoin:
    ((task: { authors: number; notes: number; drawings: number }) => Promise<LateJoin>) | undefined
  var churn: ((task: { rooms: number; seconds: number; seed: number }) => Promise<Churn>) | undefined
}

const PLAIN: NoteContent = {
  text: '',
  file: 0,
  at: 0,
  until: null,
  page: null,
  drawing: null,
  by: null,
  answers: null,
}

/** What one may say of a moment of a film. */
const TEXT = 'The light on her face jumps here; can we take the second take instead? '

globalThis.lateJoin = async ({ authors, notes, drawings }) => {
  const random = seededRandom(1)
  const present = newRoom(random)
  for (let author = 0; author < authors; author++) {
    const writer = newRoom(random)
    for (let at = 0; at < notes / authors; at++) await writer.add({ ...PLAIN, text: `${TEXT}${at}`, at })
    for (let at = 0; at < drawings / authors; at++) {
      await writer.add({ ...PLAIN, at, drawing: scribble(random) })
    }
    const link = await connect(writer, present)
    await until(() => present.notes.length === (author + 1) * ((notes + drawings) / authors))
    link.end()
    await writer.close()
  }
  const late = newRoom(random)
  const before = performance.now()
  const link = await connect(present, late, () => performance.now())
  await until(() => late.notes.length === notes + drawings)
  const ms = performance.now() - Math.max(before, link.openedAt)
  const { bytes } = link
  const MORE = 50
  for (let at = 0; at < MORE; at++) await present.add({ ...PLAIN, text: TEXT, at })
  await until(() => late.notes.length === notes + drawings + MORE)
  const bytesPerNote = (link.bytes - bytes) / MORE
  link.end()
  await Promise.all([present.close(), late.close()])
  return { ms, bytes, notes: notes + drawings, bytesPerNote }
}

globalThis.churn = async ({ rooms: count, seconds, seed }) => {
  const random = seededRandom(seed)
  const rooms = Array.from({ length: count }, () => newRoom(random))
  const links = new Map<string, Link>()
  const pick = () => Math.floor(random() * count)
  const join = async (a: number, b: number) => {
    const key = [Math.min(a, b), Math.max(a, b)].join()
    const [one, other] = [rooms[a], rooms[b]]
    if (a === b || links.has(key) || !one || !other) return
    links.set(key, await connect(one, other))
  }
  const drop = (key: string) => {
    links.get(key)?.end()
    links.delete(key)
  }
  // A ring holds them together; beside it connections come and go, and each room once leaves and comes back.
  for (let at = 0; at < count; at++) await join(at, (at + 1) % count)
  let written = 0
  const end = performance.now() + seconds * 1000
  while (performance.now() < end) {
    await join(pick(), pick())
    const key = [...links.keys()][Math.floor(random() * links.size)]
    if (key !== undefined && links.size > count) drop(key)
    await rooms[pick()]?.add({ ...PLAIN, text: `${TEXT}${written++}` })
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  for (let at = 0; at < count; at++) await join(at, (at + 1) % count)
  await rooms[pick()]?.add({ ...PLAIN, text: `${TEXT}${written++}` })
  const ms = await timed(() => until(() => areEqual(rooms, written)))

  // Two halves, each a chain, that know nothing of each other until one connection is made.
  for (const key of [...links.keys()]) drop(key)
  const half = Math.floor(count / 2)
  for (let at = 1; at < count; at++) if (at !== half) await join(at - 1, at)
  for (const at of [0, count - 1]) {
    for (let more = 0; more < 50; more++) await rooms[at]?.add({ ...PLAIN, text: `${TEXT}${written++}` })
  }
  await join(half - 1, half)
  const splitMs = await timed(() => until(() => areEqual(rooms, written)))
  for (const key of [...links.keys()]) drop(key)
  await Promise.all(rooms.map((room) => room.close()))
  return { ms, splitMs, notes: written }
}

function areEqual(rooms: readonly NoteRoom[], count: number): boolean {
  if (rooms.some(({ notes }) => notes.length !== count)) return false
  const said = rooms.map(({ notes }) => notes.map(({ ref, text }) => ref + text).join())
  return new Set(said).size === 1
}

function newRoom(random: () => number): NoteRoom {
  return new NoteRoom({
    keys: Promise.resolve({ ...openScope(share()), certifier: null }),
    canWrite: true,
    store: null,
    profile: () => ({ name: 'Ann', colour: 1 }),
    now: () => Date.now(),
    random,
    changed: wake,
    peopleChanged: () => undefined,
    shown: () => undefined,
  })
}

function share(): InfoHash {
  const infoHash = parseInfoHash('0123456789abcdef0123456789abcdef01234567')
  if (!infoHash) throw new Error('Forty hex digits are an info hash.')
  return infoHash
}

/** A freehand stroke. */
function scribble(random: () => number): Parameters<typeof packDrawing>[0] {
  const points = Array.from({ length: 40 }, (_, at) => ({
    x: Math.min(16_383, Math.round(at * 300 + random() * 200)),
    y: Math.round(8000 + Math.sin(at / 5) * 3000 + random() * 200),
  }))
  return [{ tool: 'pen', ink: 1, points }]
}

interface Link {
  bytes: number
  openedAt: number
  end(): void
}

/** Two ends on this machine, and a channel between them as two pages have it. */
async function connect(a: NoteRoom, b: NoteRoom, now: () => number = () => 0): Promise<Link> {
  const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()]
  one.onicecandidate = ({ candidate }) => void (candidate && other.addIceCandidate(candidate))
  other.onicecandidate = ({ candidate }) => void (candidate && one.addIceCandidate(candidate))
  const ended = new AbortController()
  const ends = [one, other].map((connection) => {
    const side = new SideChannel({
      lost: () => ended.abort(),
      charge: () => true,
      memory: new HeldMemory(),
    })
    side.attach(connection.createDataChannel('shoal-notes', { negotiated: true, id: 100 }) as DataChannel)
    return side
  })
  await one.setLocalDescription(await one.createOffer())
  if (one.localDescription) await other.setRemoteDescription(one.localDescription)
  await other.setLocalDescription(await other.createAnswer())
  if (other.localDescription) await one.setRemoteDescription(other.localDescription)
  while (!ends.every(({ open }) => open)) await new Promise((resolve) => setTimeout(resolve, 1))
  const link: Link = {
    bytes: 0,
    openedAt: now(),
    end: () => {
      ended.abort()
      for (const end of ends) end.close()
      one.close()
      other.close()
    },
  }
  for (const [at, room] of [a, b].entries()) {
    const channel = ends[at]
    if (!channel) continue
    const incoming = new Defragmenter(MAX_NOTE_MESSAGE)
    const peer: NotePeer = {
      id: String(at),
      get busy() {
        return channel.busy
      },
      send: (message) => {
        link.bytes += message.length + Math.ceil(message.length / MAX_FRAGMENT)
        channel.send(message)
      },
      drop: (why) => console.error(why),
    }
    room.handler.joined(peer)
    channel.listen((fragment) => {
      const message = incoming.add(fragment)
      if (message === 'broken') throw new Error('The rooms speak the protocol.')
      if (message) room.handler.received(peer, message)
    })
    ended.signal.addEventListener('abort', () => room.handler.left(peer))
  }
  return link
}

async function timed(act: () => Promise<void>): Promise<number> {
  const from = performance.now()
  await act()
  return performance.now() - from
}

const waiting = new Set<() => void>()

function wake(): void {
  for (const look of [...waiting]) look()
}

/** Looks when a room has changed, once for all changes of a moment. */
function until(reached: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    let soon = false
    const look = () => {
      if (soon) return
      soon = true
      setTimeout(() => {
        soon = false
        if (!reached()) return
        waiting.delete(look)
        resolve()
      })
    }
    waiting.add(look)
    look()
  })
}
