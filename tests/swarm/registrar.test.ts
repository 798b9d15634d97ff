import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { configWithout } from '../../server/peer/alone.ts'
import type { SiteConfig } from '../../src/swarm/config.ts'
import type { Metainfo } from '../../src/torrent/metainfo.ts'
import { Registrar } from '../../src/swarm/registrar.ts'
import { infoHash } from '../wire/trackerIds.ts'
import { startPrivateServer } from '../server/support/api.ts'

const torrent = { infoHash: infoHash(7), name: 'a film' } as Metainfo

function configOf(site: string, trackerMode: SiteConfig['trackerMode'] = 'private'): SiteConfig {
  return { ...configWithout(site, ''), trackerMode }
}

test('a member’s torrent is entered, once', async () => {
  const { server, admin } = await startPrivateServer()
  const { passkey } = await admin.invite()
  const registrar = new Registrar({ config: configOf(server.url), passkey: () => passkey, fetch })
  expect(await registrar.register(torrent)).toBe(true)
  expect((await admin.call('GET', 'torrents')).json).toMatchObject({ torrents: [{ name: 'a film' }] })
  // Or it would come back as often as an admin removes it.
  await admin.call('DELETE', `torrents/${torrent.infoHash}`)
  expect(await registrar.register(torrent)).toBe(false)
  expect((await admin.call('GET', 'torrents')).json).toMatchObject({ total: 0 })
})

test('whoever is no member, or was one, enters nothing and hears of no error', async () => {
  const { server, admin } = await startPrivateServer()
  for (const passkey of [null, '0'.repeat(40)]) {
    const registrar = new Registrar({ config: configOf(server.url), passkey: () => passkey, fetch })
    expect(await registrar.register(torrent)).toBe(false)
  }
  expect((await admin.call('GET', 'torrents')).json).toMatchObject({ total: 0 })
})

test('an open site is not asked', async () => {
  let asked = 0
  const server = createServer((_request, response) => {
    asked += 1
    response.end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const passkey = () => 'a'.repeat(40)
  expect(await new Registrar({ config: configOf(site, 'open'), passkey, fetch }).register(torrent)).toBe(
    false,
  )
  expect(asked).toBe(0)
  expect(await new Registrar({ config: configOf(site, 'listed'), passkey, fetch }).register(torrent)).toBe(
    true,
  )
  expect(asked).toBe(1)
})
