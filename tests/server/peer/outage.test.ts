import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { NO_LIMITS } from '../../../src/core/limits.ts'
import { makeFile, MB, sha1OfFile } from '../../support/files.ts'
import { ShoalCommand } from '../../support/shoalCommand.ts'
import { give, reaches, shareOf, startPeer, take } from '../support/nodePeers.ts'
import { startTestServer, temporaryFolder } from '../support/testServer.ts'

/*
 * Eight programs of ours in one swarm, with real WebRTC, and a tracker that dies. It stays dead for some 20 s: nothing
 * waits longer for it than that but for its next try, which is a minute apart at most, however long it has been dead.
 */

const SLOW = { ...NO_LIMITS, give: 30_000 }
const PATIENCE = { timeout: 90_000, interval: 100 }

/** Longer than what a clock may jump without being taken for a sleep. */
const SLEEP_MS = 11_000

/** `shoal get` in a process of its own, whose time can stand still. */
function command(link: string, folder: string): ShoalCommand {
  const shoal = new ShoalCommand('get', link, '--to', folder, '--stay')
  onTestFinished(async () => {
    shoal.wake()
    await shoal.stop()
  })
  return shoal
}

const isWhole = (shoal: ShoalCommand) => shoal.told('progress', ({ state }) => state === 'seeding')
const progressOf = (shoal: ShoalCommand) => Number(shoal.last('progress')?.['progress'] ?? 0)

test('while the tracker is dead people leave, sleep and come back, and all of them finish', async () => {
  const site = await startTestServer()
  const { port } = new URL(site.url)
  const folder = temporaryFolder()
  const path = join(folder, 'film.bin')
  const sha1 = await makeFile(path, 2 * MB, 'outage')
  const { engine: ann } = await startPeer(site.url, join(folder, 'ann'))
  const { id: given, link } = await give(ann, path)
  ann.limitShare(given, SLOW)
  const stayers = await Promise.all(
    [0, 1, 2, 3].map(async (at) => (await startPeer(site.url, join(folder, `stayer ${at}`))).engine),
  )
  const { engine: leaver } = await startPeer(site.url, join(folder, 'leaver'))
  const [napper, sleeper] = ['napper', 'sleeper'].map((name) => command(link ?? '', join(folder, name)))
  if (!napper || !sleeper) return expect.fail('There are two.')
  await Promise.all([...stayers, leaver].map((engine) => take(engine, link)))
  for (const shoal of [napper, sleeper]) await shoal.told('progress', ({ progress }) => Number(progress) > 0)
  const peers = () => [
    ...stayers.map((engine) => shareOf(engine).peers.length),
    ...[napper, sleeper].map((shoal) => Number(shoal.last('progress')?.['peers'])),
  ]
  await expect.poll(() => Math.min(...peers()), PATIENCE).toBeGreaterThan(1)

  await site.stop()
  leaver.pause(shareOf(leaver).id)
  napper.sleep()
  sleeper.sleep()
  await wait(SLEEP_MS)
  napper.wake()

  // Nobody introduces anybody: what moves again moves over what was there before.
  const before = progressOf(napper)
  ann.limitShare(given, { ...NO_LIMITS, give: 500_000 })
  await expect.poll(() => progressOf(napper), PATIENCE).toBeGreaterThan(before)
  for (const engine of stayers) await reaches(engine, 'seeding')
  await isWhole(napper)

  // Whoever comes back now has nobody to ask but the dead tracker.
  leaver.resume(shareOf(leaver).id)
  await expect.poll(() => shareOf(leaver).situation.kind, PATIENCE).toBe('tracker-unreachable')

  await startTestServer({ environment: { PORT: port } })
  sleeper.wake()
  await isWhole(sleeper)
  const { infoHash } = await reaches(leaver, 'seeding')
  expect(await sha1OfFile(join(folder, 'leaver', infoHash ?? '', 'film.bin'))).toBe(sha1)
  for (const [name, shoal] of [
    ['napper', napper],
    ['sleeper', sleeper],
  ] as const) {
    await shoal.stop()
    expect(await sha1OfFile(join(folder, name, 'film.bin'))).toBe(sha1)
  }
})
