import { renderUnicodeCompact } from 'uqr'
import { shareNameOf } from '../../../src/core/shareName.ts'
import type { Engine } from '../../../src/swarm/engineApi.ts'
import { filesAt } from './filesAt.ts'
import type { Screen } from './screen.ts'
import { CommandFailed, whenShare } from './shareWatch.ts'

interface SeedOptions {
  readonly engine: Engine
  readonly paths: readonly string[]
  readonly name: string | null
  readonly sealed: boolean
  /** Of what is sealed; null for none. */
  readonly password: string | null
  readonly screen: Screen
  readonly signal: AbortSignal
  /** Draws the link as well, for a phone's camera. */
  readonly draws: boolean
}

/** Shares files until it is stopped. Rejects with the signal's reason then. */
export async function seed({
  engine,
  paths,
  name,
  sealed,
  password,
  screen,
  signal,
  draws,
}: SeedOptions): Promise<never> {
  const files = await filesAt(paths)
  const id = engine.addFiles(files, name ?? shareNameOf(files.map(({ path }) => path)), {
    sealed,
    terms: { password, endsAt: null },
  })
  const watch = { screen, signal }
  const share = await whenShare(engine, id, ({ state }) => state === 'seeding', watch)
  screen.event({ event: 'seeding', link: share.link, magnet: share.magnet, infoHash: share.infoHash })
  screen.result(share.link ?? '')
  screen.result(share.magnet ?? '')
  if (draws && share.link !== null) screen.say(renderUnicodeCompact(share.link))
  screen.say('Serves it until you press Ctrl-C.')
  await whenShare(engine, id, () => false, watch)
  throw new CommandFailed('It is served no more.')
}
