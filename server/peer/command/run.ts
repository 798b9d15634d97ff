import { mkdtemp, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { NoteRooms } from '../../../src/notes/noteRooms.ts'
import type { ShareSnapshot } from '../../../src/swarm/snapshot.ts'
import type { NotesOf } from '../../../src/swarm/wireNotes.ts'
import { startNodePeer, type NodePeer } from '../nodePeer.ts'
import { DEFAULT_SITE, type Command } from './commandLine.ts'
import { classicOptions } from './classicOptions.ts'
import { completionFor } from './completion.ts'
import { discard, fetchAll, moveOut, PARTS, stream } from './get.ts'
import { keep } from './keep.ts'
import { make } from './make.ts'
import { member } from './member.ts'
import { writeNotes } from './notes.ts'
import { openWhat } from './openWhat.ts'
import { saveUnsealed } from './saveUnsealed.ts'
import type { Screen } from './screen.ts'
import { seed } from './seed.ts'
import { whenShare } from './shareWatch.ts'
import { readPassword, readSecret } from './siteApi.ts'
import { describe } from './words.ts'

interface RunOptions {
  readonly screen: Screen
  /** For what is streamed. */
  readonly out: Writable
  readonly signal: AbortSignal
  /** Somebody looks at a terminal. */
  readonly draws: boolean
}

/** With what only those who look into shares need. */
interface PeerOptions extends RunOptions {
  /** Of what is sealed; null for none. */
  readonly password: string | null
}

type Asked = Exclude<Command, { kind: 'help' }>
type PeerCommand = Extract<Asked, { kind: 'seed' | 'get' | 'info' | 'notes' }>

/** Does what was asked for. Rejects with the signal's reason when it is stopped. */
export async function run(command: Asked, options: RunOptions): Promise<void> {
  switch (command.kind) {
    case 'completion':
      options.screen.result(completionFor(command.shell).trimEnd())
      return
    case 'make':
      return make(command, options)
    case 'keep':
      return keep(command, options)
    case 'member':
      return member(command, options)
    default:
      return runPeer(command, options)
  }
}

/** What needs a peer, for which it is started and stopped again. */
async function runPeer(command: PeerCommand, options: RunOptions): Promise<void> {
  const passkey = await readSecret(command.passkey)
  const password = await readPassword(command.password)
  const keeps = command.kind === 'get' && !command.stream
  const folder = keeps ? join(command.folder, PARTS) : await mkdtemp(join(tmpdir(), 'shoal-'))
  try {
    // Notes of others are carried for as long as the process lives; it writes none.
    const rooms = await NoteRooms.open(() => ({ name: '', colour: 0 }), null)
    const notes: NotesOf = (infoHash, sealed) => {
      if (sealed) rooms.seal(infoHash, sealed)
      return rooms.handler(infoHash)
    }
    const classic = command.kind === 'notes' ? null : await classicOptions(command, process.env)
    // What others than pages have can be fetched without any site.
    const needsSite = !classic || command.kind === 'seed' || command.site !== DEFAULT_SITE
    const peer = await startNodePeer({ site: command.site, folder, passkey, notes, classic, needsSite })
    try {
      await obey(command, peer, rooms, { ...options, password })
    } finally {
      await peer.stop()
      await rooms.close()
    }
  } finally {
    if (!keeps) await rm(folder, { recursive: true, force: true })
    // What is there goes on from there another time; where nothing is, nothing is left.
    else await rmdir(folder).catch(() => undefined)
  }
}

async function obey(
  command: PeerCommand,
  peer: NodePeer,
  rooms: NoteRooms,
  options: PeerOptions,
): Promise<void> {
  const { engine } = peer
  const { screen, signal, out, draws, password } = options
  switch (command.kind) {
    case 'seed':
      return seed({ ...command, engine, screen, signal, draws, password })
    case 'notes':
      return writeNotes(command, { engine, rooms, screen, signal, password })
    case 'info': {
      info(await openWhat(engine, command.what, { screen, signal, password }), screen)
      return
    }
    case 'get':
      if (command.stream) return stream({ ...command, engine, screen, signal, password, out })
      return get(command, peer, options)
  }
}

function info(share: ShareSnapshot, screen: Screen): void {
  screen.event({
    event: 'info',
    infoHash: share.infoHash,
    name: share.name,
    size: share.size,
    ends: share.endsAt === null ? null : new Date(share.endsAt).toISOString(),
    files: share.files.map(({ path, size }) => ({ path: path.join('/'), size })),
  })
  screen.result(describe(share))
}

async function get(
  command: Extract<Command, { kind: 'get' }>,
  peer: NodePeer,
  { screen, signal, password }: PeerOptions,
): Promise<void> {
  const { engine } = peer
  const share = await fetchAll({ ...command, engine, screen, signal, password })
  if (command.stay) {
    screen.say('It is all here. Serves it until you press Ctrl-C.')
    // What is served lies in its own place until then.
    await whenShare(engine, share.id, () => false, { screen, signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
  }
  const opened = share.seal === 'open' ? await saveUnsealed(engine, share, command.folder) : null
  await peer.stop()
  const path = opened ?? (await moveOut(share, command.folder))
  if (opened !== null) await discard(share, command.folder)
  screen.event({ event: 'done', path })
  screen.result(path)
}
