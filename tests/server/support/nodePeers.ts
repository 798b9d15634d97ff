import { expect, onTestFinished } from 'vitest'
import { localFiles } from '../../../server/peer/localFiles.ts'
import { startNodePeer, type NodePeer } from '../../../server/peer/nodePeer.ts'
import { parseFragment } from '../../../src/core/invitation.ts'
import type { Engine } from '../../../src/swarm/engineApi.ts'
import type { ShareSnapshot, ShareState } from '../../../src/swarm/snapshot.ts'

/* Engines in Node that have one share each, as a test sees them. */

const PATIENCE = { timeout: 60_000 }

/** Its end is the test's, at the latest. */
export async function startPeer(site: string, folder: string): Promise<NodePeer> {
  const peer = await startNodePeer({ site, folder })
  onTestFinished(() => peer.stop())
  return peer
}

export function shareOf(engine: Engine): ShareSnapshot {
  return engine.shares()[0] ?? expect.fail('It has a share.')
}

export async function reaches(engine: Engine, state: ShareState): Promise<ShareSnapshot> {
  await expect.poll(() => shareOf(engine).state, PATIENCE).toBe(state)
  return shareOf(engine)
}

/** Shares a file. */
export async function give(engine: Engine, path: string): Promise<ShareSnapshot> {
  engine.addFiles(await localFiles(path), 'film.bin')
  return reaches(engine, 'seeding')
}

export function open(engine: Engine, link: string): string {
  return engine.open(parseFragment(new URL(link).hash.slice(1)) ?? expect.fail('It is a link.'))
}

/** Opens a link and fetches what it leads to. */
export async function take(engine: Engine, link: string | null): Promise<void> {
  const id = open(engine, link ?? '')
  await reaches(engine, 'ready')
  await engine.download(id)
}
