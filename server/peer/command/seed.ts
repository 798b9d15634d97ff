import { renderUnicodeCompact } from 'uqr'
import type { Milliseconds } from '../../../src/core/brand.ts'
import { shareNameOf } from '../../../src/core/shareName.ts'
import type { Engine } from '../../../src/swarm/engineApi.ts'
import { momentWords } from './measures.ts'
import { filesAt } from './filesAt.ts'
import type { Screen } from './screen.ts'
import { whenShare } from './shareWatch.ts'

interface SeedOptions {
  readonly engine: Engine
  readonly paths: readonly string[]
  readonly name: string | null
  readonly sealed: boolean
  /** Of what is sealed, since 1970; null for never. */
  readonly endsAt: Milliseconds | null
  /** Of what is sealed; null for none. */
  readonly password: string | null
  readonly screen: Screen
  readonly signal: AbortSignal
  /** Draws the link as well, for a phone's camera. */
  readonly draws: boolean
}

/** Shares files until they end by themselves, or it is stopped: then it rejects with the signal's reason. */
export async function seed({
  engine,
  paths,
  name,
  sealed,
  endsAt,
  password,
  screen,
  signal,
  draws,
}: SeedOptions): Promise<void> {
  const files = await filesAt(paths)
  const id = engine.addFiles(files, name ?? shareNameOf(files.map(({ path }) => path)), {
    sealed,
    terms: { password, endsAt },
  })
  const watch = { screen, signal }
  const share = await whenShare(engine, id, ({ state }) => state === 'seeding', watch)
  screen.event({
    event: 'seeding',
    link: share.link,
    magnet: share.magnet,
    infoHash: share.infoHash,
    ends: share.endsAt === null ? null : new Date(share.endsAt).toISOString(),
  })
  screen.result(share.link ?? '')
  screen.result(share.magnet ?? '')
  if (draws && share.link !== null) screen.say(renderUnicodeCompact(share.link))
  if (share.endsAt !== null) screen.say(`It ends on ${momentWords(share.endsAt)}.`)
  screen.say('Serves it until you press Ctrl-C.')
  await whenShare(engine, id, () => false, watch).catch((error: unknown) => {
    if (signal.aborted || endsAt === null || Date.now() < endsAt) throw error
  })
  screen.event({ event: 'ended' })
  screen.result('It has ended, and is served no more.')
}
