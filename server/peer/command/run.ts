import { mkdtemp, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { startNodePeer } from '../nodePeer.ts'
import type { Command } from './commandLine.ts'
import { discard, fetchAll, moveOut, PARTS, stream } from './get.ts'
import { openWhat } from './openWhat.ts'
import { saveUnsealed } from './saveUnsealed.ts'
import type { Screen } from './screen.ts'
import { seed } from './seed.ts'
import { whenShare } from './shareWatch.ts'
import { describe } from './words.ts'

interface RunOptions {
  readonly screen: Screen
  /** For what is streamed. */
  readonly out: Writable
  readonly signal: AbortSignal
  /** Somebody looks at a terminal. */
  readonly draws: boolean
}

/** Does what was asked for. Rejects with the signal's reason when it is stopped. */
export async function run(command: Exclude<Command, { kind: 'help' }>, options: RunOptions): Promise<void> {
  const { screen, signal, out, draws } = options
  const keeps = command.kind === 'get' && !command.stream
  const folder = keeps ? join(command.folder, PARTS) : await mkdtemp(join(tmpdir(), 'shoal-'))
  try {
    const peer = await startNodePeer({ site: command.site, folder })
    const { engine } = peer
    try {
      switch (command.kind) {
        case 'seed':
          return await seed({ ...command, engine, screen, signal, draws })
        case 'info': {
          const share = await openWhat(engine, command.what, { screen, signal })
          screen.event({
            event: 'info',
            infoHash: share.infoHash,
            name: share.name,
            size: share.size,
            files: share.files.map(({ path, size }) => ({ path: path.join('/'), size })),
          })
          screen.result(describe(share))
          return
        }
        case 'get': {
          const { what, only } = command
          if (command.stream) {
            await stream({ engine, what, only, screen, signal, out })
            return
          }
          const share = await fetchAll({ engine, what, only, screen, signal, folder: command.folder })
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
      }
    } finally {
      await peer.stop()
    }
  } finally {
    if (!keeps) await rm(folder, { recursive: true, force: true })
    // What is there goes on from there another time; where nothing is, nothing is left.
    else await rmdir(folder).catch(() => undefined)
  }
}
