import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { violationsOf } from '../support/accessible.ts'
import { startDhtNode } from '../support/dhtNode.ts'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { becomesMember } from '../support/membership.ts'
import { NodeEngine } from '../support/nodeEngine.ts'
import { ON_LOOPBACK } from '../support/onLoopback.ts'
import type { SiteServer } from '../support/server.ts'
import { SiteAdmin } from '../support/siteAdmin.ts'

/** A peer beside the server keeps shares online: real pages, the real keeper. */

const FOR_ALL = { KEEPER: '50MB', KEEPER_FOR: 'everybody', KEEPER_QUOTA: '10MB' }
const DAY_MS = 86_400_000
const REFUSED = [/the server responded with a status of 40[149]/]

/** Its process; that it runs is what `/config.json` offers. */
async function keeperOf(site: SiteServer, passkey?: string): Promise<number> {
  const headers: HeadersInit = passkey ? { Authorization: `Bearer ${passkey}` } : {}
  const offered = async () =>
    ((await (await fetch(`${site.url}config.json`, { headers })).json()) as { keeper: unknown }).keeper
  await expect.poll(offered, { timeout: 60_000 }).toMatchObject({ isUp: true })
  const children = await readFile(`/proc/${site.pid()}/task/${site.pid()}/children`, 'utf8')
  return Number(children.trim().split(' ')[0])
}

test('the page may be closed: another one gets it, then one of Firefox', async ({
  newPeer,
  newVisitor,
  newSite,
  firefox,
  folder,
}) => {
  const site = await newSite(FOR_ALL)
  await keeperOf(site)
  const path = join(folder, 'film.bin')
  const sha1 = await makeFile(path, 2 * MB, 'kept')
  const giver = await newPeer({ site })
  const given = await giver.chooseFiles(path)
  const link = await given.link()
  await given.button('Keep it online').click()
  await expect(given.article).toContainText('You can close this page: the site keeps a copy')
  await giver.leave()

  const taker = await newVisitor({ site })
  const taken = await taker.download(link)
  await taken.reaches('seeding')
  expect((await taken.save()).sha1).toBe(sha1)
  await taker.leave()

  await firefox.open(link)
  await firefox.reaches('ready')
  await firefox.press('Download')
  await firefox.reaches('seeding')
  await firefox.saves('film.bin', sha1)
})

test('a keeper that is killed in the middle goes on, and the sender takes the copy back after a reload', async ({
  newVisitor,
  newSite,
  folder,
}) => {
  const site = await newSite(FOR_ALL)
  const pid = await keeperOf(site)
  const path = join(folder, 'film.bin')
  await makeFile(path, 4 * MB, 'in the middle')
  const giver = await newVisitor({ site, gives: 2 * MB })
  await giver.home()
  const given = await giver.chooseFiles(path)
  await given.button('Keep it online').click()
  await expect(given.article).toContainText(/site has [2-6]\d\s%\./)
  process.kill(pid, 'SIGKILL')
  await giver.givesOn()
  await expect(given.article).toContainText('You can close this page', { timeout: 60_000 })
  expect(await keeperOf(site)).not.toBe(pid)

  await giver.page.reload()
  await given.button('Delete the site’s copy').click()
  await expect(given.button('Delete the site’s copy')).toBeHidden()
  const status = await fetch(`${site.url}api/keeper/shares/${await given.infoHash()}`)
  expect(await status.json()).toMatchObject({ state: 'none', here: 0 })
})

test('a copy ends with its days, which its page says, and can be asked for again', async ({
  newVisitor,
  newSite,
  folder,
}) => {
  const data = join(folder, 'data')
  const clock = fileURLToPath(new URL('../support/node/jumpingClock.ts', import.meta.url))
  const site = await newSite({
    ...FOR_ALL,
    KEEPER_DAYS: '2',
    DATA_DIR: data,
    NODE_OPTIONS: `--import=${clock}`,
    CLOCK_JUMP_MS: String(DAY_MS),
  })
  await keeperOf(site)
  const path = join(folder, 'film.bin')
  await makeFile(path, MB, 'two days')
  const giver = await newVisitor({ site })
  await giver.home()
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const infoHash = await given.infoHash()
  const copies = async () => (await readdir(join(data, 'keeper'))).filter((name) => name === infoHash)
  const state = async () => {
    const status = await fetch(`${site.url}api/keeper/shares/${infoHash}`)
    return ((await status.json()) as { state: string }).state
  }
  await expect(given.article).toContainText('The site keeps a copy for 2 days.')
  await given.button('Keep it online').click()
  await expect(given.article).toContainText('You can close this page', { timeout: 60_000 })
  // The page hears of it as of any peer's copy, a moment before it is down in the keeper's list.
  await expect.poll(state).toBe('kept')
  expect(await copies()).toEqual([infoHash])

  process.kill(site.pid(), 'SIGUSR2')
  // Longer than its keeper needs to look at all that it has.
  await wait(3_000)
  expect(await state()).toBe('kept')
  process.kill(site.pid(), 'SIGUSR2')
  await expect.poll(state).toBe('none')
  await expect.poll(copies).toEqual([])

  await giver.page.reload()
  await expect(given.article).toContainText('The site no longer has a copy.')
  await giver.chooseFiles(path)
  await given.button('Keep it online').click()
  await expect(given.article).toContainText('You can close this page', { timeout: 60_000 })
  expect(await copies()).toEqual([infoHash])
})

test('what no page has is fetched from ordinary BitTorrent peers, and shown as it comes', async ({
  newVisitor,
  newSite,
  folder,
}) => {
  const path = join(folder, 'film.bin')
  const sha1 = await makeFile(path, 2 * MB, 'over the bridge')
  // A DHT of its own, and a peer by TCP whose site is another one: no page meets it.
  const node = await startDhtNode()
  const dht = [node.address]
  const elsewhere = await newSite()
  const peer = await NodeEngine.start(elsewhere.url, join(folder, 'peer'), { ...ON_LOOPBACK, dht })
  try {
    const hash = new URL(await peer.give(path, 'film.bin')).hash.slice(1)
    const bridge = { BRIDGE: 'everybody', BRIDGE_NEAR: 'yes', BRIDGE_PORT: '0', BRIDGE_DHT: dht.join() }
    const site = await newSite({ ...FOR_ALL, ...bridge })
    await keeperOf(site)
    const visitor = await newVisitor({ site })
    await visitor.home()
    await visitor.get(`magnet:?xt=urn:btih:${hash}`)
    const share = visitor.opened
    await share.button('Ask this site to fetch it').click()
    await share.reaches('ready')
    await share.button('Download').click()
    await share.reaches('seeding')
    expect((await share.save()).sha1).toBe(sha1)
  } finally {
    await peer.stop()
    await node.stop()
  }
})

test('members of a private site have shares kept within their quota; admins see and delete them', async ({
  newVisitor,
  newSite,
  folder,
}) => {
  const site = await newSite({ TRACKER_MODE: 'private', KEEPER: '50MB', KEEPER_SHARES: '1' })
  const admin = await SiteAdmin.of(site)
  const member = await newVisitor({ site, expectedTrouble: REFUSED })
  await keeperOf(site, await becomesMember(member, await admin.invite()))
  const [one, two] = [join(folder, 'one.bin'), join(folder, 'two.bin')]
  await makeFile(one, MB, 'one')
  // Not as long as the first, which is asleep by then and might be what is chosen.
  await makeFile(two, 2 * MB, 'two')
  const first = await member.chooseFiles(one)
  await first.button('Keep it online').click()
  await expect(first.article).toContainText('You can close this page', { timeout: 60_000 })

  await member.home()
  await member.page.getByText('Kept online for you').click()
  await expect(member.page.getByRole('link', { name: 'one.bin' }).last()).toBeVisible()
  await member.chooseFiles(two)
  await member.opened.button('Keep it online').click()
  await expect(member.opened.article).toContainText('You’ve used all your space.')

  // A stranger is offered nothing.
  const stranger = await fetch(`${site.url}config.json`)
  expect(await stranger.json()).toMatchObject({ keeper: null })

  const { page } = await newVisitor({ site, expectedTrouble: REFUSED })
  await admin.open(page)
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Keeper' }).click()
  await expect(page.getByText(/MB of 50\sMB taken/)).toBeVisible()
  await expect(page.getByText('one.bin')).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  await page.getByText('By last use').click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByText('Nothing is kept yet.')).toBeVisible()
})
