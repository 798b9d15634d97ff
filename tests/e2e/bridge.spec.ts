import { spawn, spawnSync } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startDhtNode } from '../support/dhtNode.ts'
import { makeFile, MB, sha1OfFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import type { SiteServer } from '../support/server.ts'

/** A round trip between worlds: page → keeper → libtorrent → another site's keeper → page, none of them there for long. */

/** Debian's own Python: others do not see its packages. */
const PYTHON = '/usr/bin/python3'
const HAS_LIBTORRENT = spawnSync(PYTHON, ['-c', 'import libtorrent']).status === 0

async function bridgeRuns(site: SiteServer): Promise<void> {
  const offered = async () =>
    ((await (await fetch(`${site.url}config.json`)).json()) as { keeper: unknown }).keeper
  await expect.poll(offered, { timeout: 60_000 }).toMatchObject({ isUp: true, bridges: true })
}

async function freePort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  return port
}

test('libtorrent gets what a page gave, and a page what libtorrent got, when those before have gone', async ({
  newVisitor,
  newSite,
  folder,
}) => {
  test.skip(!HAS_LIBTORRENT, 'needs python3-libtorrent')
  const path = join(folder, 'film.bin')
  const sha1 = await makeFile(path, 2 * MB, 'round trip')
  const dht = await startDhtNode()
  const settings = {
    KEEPER: '50MB',
    KEEPER_FOR: 'everybody',
    BRIDGE: 'everybody',
    BRIDGE_NEAR: 'yes',
    BRIDGE_PORT: '0',
    BRIDGE_DHT: dht.address,
  }
  const site = await newSite(settings)
  await bridgeRuns(site)
  const giver = await newVisitor({ site })
  await giver.home()
  const given = await giver.chooseFiles(path)
  const link = await given.link()
  await given.reaches('seeding')
  const infoHash = await given.infoHash()
  const asked = await fetch(`${site.url}api/keeper/shares`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ link, bridge: true }),
  })
  expect(asked.status).toBe(200)
  const state = async () => {
    const status = await fetch(`${site.url}api/keeper/shares/${infoHash}`)
    return ((await status.json()) as { state: string }).state
  }
  await expect.poll(state, { timeout: 60_000 }).toBe('kept')
  await giver.leave()

  const theirs = join(folder, 'libtorrent')
  await mkdir(theirs)
  const magnet = `magnet:?xt=urn:btih:${infoHash}`
  const where = ['127.0.0.1', String(await freePort()), dht.host, String(dht.port)]
  const libtorrent = spawn(PYTHON, ['tests/interop/classicPeer.py', magnet, theirs, ...where], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    const got = join(theirs, 'film.bin')
    await expect
      .poll(() => (existsSync(got) ? sha1OfFile(got) : null), { timeout: 90_000, intervals: [500] })
      .toBe(sha1)
    await site.stop()

    const elsewhere = await newSite(settings)
    await bridgeRuns(elsewhere)
    const visitor = await newVisitor({ site: elsewhere })
    await visitor.home()
    await visitor.get(magnet)
    const share = visitor.opened
    await share.button('Ask this site to fetch it').click()
    await share.reaches('ready')
    await share.button('Download').click()
    await share.reaches('seeding')
    expect((await share.save()).sha1).toBe(sha1)
    await site.restart()
  } finally {
    libtorrent.kill('SIGKILL')
    await dht.stop()
  }
})
