import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bearer, call, startPrivateServer, type Admin } from '../server/support/api.ts'
import { healthOf, temporaryFolder } from '../server/support/testServer.ts'
import type { RunningServer } from '../../server/start.ts'
import { freePort, hasContent, LibtorrentPeer, ownAddress, startTransmission } from './clients.ts'
import { privateTorrent } from './privateTorrent.ts'

/** Clients of other makes as members: libtorrent and Transmission over HTTP and UDP, with passkeys in the address. */

const CONTENT = randomBytes(300_000)
const NAME = 'shared.bin'

interface Swarm {
  readonly server: RunningServer
  readonly admin: Admin
  readonly seed: LibtorrentPeer
  readonly seeder: { readonly passkey: string; readonly id: number }
  /** Makes another member with a folder and a torrent file of its own. */
  readonly newMember: () => Promise<{
    readonly torrent: string
    readonly folder: string
    readonly passkey: string
    readonly id: number
  }>
}

/** A private tracker with one registered torrent, and a member who seeds it. */
async function startSwarm(protocol: 'http' | 'udp', mode = 'private'): Promise<Swarm> {
  const environment = { TRACKER_MODE: mode, HOST: '0.0.0.0', TRACKER_HTTP_INTERVAL: '5' }
  const { server, admin } = await startPrivateServer(environment, { settings: { udpPort: 0 } })
  const torrent = privateTorrent(NAME, CONTENT)
  await admin.call('POST', 'torrents', { infoHash: torrent.infoHash, name: NAME })

  async function newMember() {
    const { passkey, id } = await admin.invite()
    const port = protocol === 'http' ? server.port : (server.udpPort ?? 0)
    const folder = temporaryFolder()
    const announce = `${protocol}://${ownAddress()}:${port}/announce/${passkey}`
    return { torrent: torrent.write(folder, announce), folder, passkey, id }
  }

  const seeder = await newMember()
  writeFileSync(join(seeder.folder, NAME), CONTENT)
  const seed = new LibtorrentPeer(seeder.torrent, seeder.folder, await freePort())
  await seed.says(({ isSeeding }) => isSeeding === true)
  await seed.says(({ peers }) => peers !== undefined)
  return { server, admin, seed, seeder, newMember }
}

test.each(['http', 'udp'] as const)(
  'libtorrent fetches from libtorrent over %s, and both are booked',
  async (protocol) => {
    const { server, seed, seeder, newMember } = await startSwarm(protocol)
    const member = await newMember()
    const peer = new LibtorrentPeer(member.torrent, member.folder, await freePort())
    await peer.says(({ progress }) => progress === 1)
    await hasContent(join(member.folder, NAME), CONTENT)
    // It says so by itself when it is done; the seed has to be asked.
    seed.announceAgain()
    await expect
      .poll(
        async () => {
          const accounts = await Promise.all(
            [seeder, member].map(
              async ({ passkey }) => (await call(server, 'GET', '/api/me', bearer(passkey))).json,
            ),
          )
          return accounts.map((account) => account as { uploaded: number; downloaded: number })
        },
        { timeout: 20_000 },
      )
      .toMatchObject([
        { downloaded: 0 },
        { uploaded: 0, downloaded: expect.toSatisfy((bytes: number) => bytes >= CONTENT.length) as unknown },
      ])
  },
)

test.each([
  ['http', 'private'],
  // Over UDP Transmission sends no path (BEP 41), and so no passkey: it can be a member over HTTP alone.
  ['udp', 'listed'],
] as const)('Transmission fetches from libtorrent over %s, %s', async (protocol, mode) => {
  const { newMember } = await startSwarm(protocol, mode)
  const member = await newMember()
  const folder = join(member.folder, 'downloads')
  mkdirSync(folder)
  await startTransmission(member.torrent, folder, await freePort())
  await hasContent(join(folder, NAME), CONTENT)
})

test('a member that is revoked is refused at its next announce, and told why', async () => {
  const { server, admin, seed, seeder } = await startSwarm('http')
  expect(await healthOf(server)).toMatchObject({ peers: 1 })
  await admin.call('POST', `members/${seeder.id}/revoke`, {})
  expect(await healthOf(server)).toMatchObject({ peers: 0 })
  seed.announceAgain()
  expect((await seed.says(({ error }) => error !== undefined)).error).toContain('passkey')
})
