import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bearer, call, startPrivateServer, type Admin } from '../server/support/api.ts'
import { healthOf, temporaryFolder } from '../server/support/testServer.ts'
import type { RunningServer } from '../../server/start.ts'
import { freePort, hasContent, LibtorrentPeer, ownAddress, Transmission } from './clients.ts'
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

interface SwarmOptions {
  readonly mode?: 'private' | 'listed'
  /** Of the seed, bytes a second; 0 for none. */
  readonly uploadLimit?: number
}

/** A private tracker with one registered torrent, and a member who seeds it. Clients ask by the protocols in order. */
async function startSwarm(
  protocols: readonly ('http' | 'udp')[],
  { mode = 'private', uploadLimit = 0 }: SwarmOptions = {},
): Promise<Swarm> {
  const environment = { TRACKER_MODE: mode, HOST: '0.0.0.0', TRACKER_HTTP_INTERVAL: '5' }
  const { server, admin } = await startPrivateServer(environment, { settings: { udpPort: 0 } })
  const torrent = privateTorrent(NAME, CONTENT)
  await admin.call('POST', 'torrents', { infoHash: torrent.infoHash, name: NAME })

  async function newMember() {
    const { passkey, id } = await admin.invite()
    const ports = { http: server.port, udp: server.udpPort ?? 0 }
    const announce = protocols.map(
      (protocol) => `${protocol}://${ownAddress()}:${ports[protocol]}/announce/${passkey}`,
    )
    const folder = temporaryFolder()
    return { torrent: torrent.write(folder, ...announce), folder, passkey, id }
  }

  const seeder = await newMember()
  writeFileSync(join(seeder.folder, NAME), CONTENT)
  const seed = new LibtorrentPeer(seeder.torrent, seeder.folder, await freePort(), uploadLimit)
  await seed.says(({ isSeeding }) => isSeeding === true)
  await seed.says(({ peers }) => peers !== undefined)
  return { server, admin, seed, seeder, newMember }
}

test.each(['http', 'udp'] as const)(
  'libtorrent fetches from libtorrent over %s, and both are booked',
  async (protocol) => {
    const { server, seed, seeder, newMember } = await startSwarm([protocol])
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
  { protocols: ['http'], mode: 'private' },
  { protocols: ['udp'], mode: 'listed' },
  // Over UDP Transmission sends no path (BEP 41), and so no passkey: it is told so there, and asks the other address.
  { protocols: ['udp', 'http'], mode: 'private' },
] as const)('Transmission fetches from libtorrent over $protocols, $mode', async ({ protocols, mode }) => {
  const { newMember } = await startSwarm(protocols, { mode })
  const member = await newMember()
  const folder = join(member.folder, 'downloads')
  mkdirSync(folder)
  const peer = new Transmission(member.torrent, folder, await freePort())
  await peer.hasFetched(join(folder, NAME), CONTENT)
})

test.each([
  ['http', 'this passkey is not valid'],
  // libtorrent 2.0 shows nothing of what a tracker says over UDP.
  ['udp', 'tracker sent a failure message'],
] as const)(
  'a member that is revoked in the middle of a transfer over %s is gone at once, and refused when it asks',
  async (protocol, words) => {
    const { server, admin, newMember } = await startSwarm([protocol], { uploadLimit: 20_000 })
    const member = await newMember()
    const peer = new LibtorrentPeer(member.torrent, member.folder, await freePort())
    const { progress } = await peer.says((said) => (said.progress ?? 0) > 0)
    expect(progress).toBeLessThan(1)
    expect(await healthOf(server)).toMatchObject({ peers: 2 })
    await admin.call('POST', `members/${member.id}/revoke`, {})
    expect(await healthOf(server)).toMatchObject({ peers: 1 })
    peer.announceAgain()
    expect((await peer.says(({ error }) => error !== undefined)).error).toContain(words)
    // Who is still a member is told of the seed, and of nobody else.
    const other = await newMember()
    const third = new LibtorrentPeer(other.torrent, other.folder, await freePort())
    expect(await third.says(({ peers }) => peers !== undefined)).toEqual({ peers: 1 })
  },
)
