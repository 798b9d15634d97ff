import { mkdir, truncate, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { makeAwkwardFolder, makeFile, MB, type Contents } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { offerFile, offerNoFile, pickedFile } from '../support/pickedFile.ts'
import { zipContents } from '../support/zipContents.ts'

/** A whole share as one ZIP: by the browser's file picker, or streamed by the service worker. */

const ZIP = 'Save as a ZIP'

/** Too large to be through before a test has done anything to its ZIP; takes no room on the disk. */
async function largeFolder(folder: string): Promise<string> {
  const root = join(folder, 'large')
  await mkdir(root)
  for (const name of ['a.bin', 'b.bin']) {
    await writeFile(join(root, name), '')
    await truncate(join(root, name), 200 * MB)
  }
  return root
}

/** Everything below the ZIP's one top folder. */
function below(folder: string, contents: Contents): Contents {
  return Object.fromEntries(Object.entries(contents).map(([path, sha1]) => [`${folder}/${path}`, sha1]))
}

test('a share is downloaded as a ZIP, folders and names as they were', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const root = join(folder, 'Größe & Höhe')
  const contents = await makeAwkwardFolder(root)
  const giver = await newPeer()
  const given = await giver.chooseFolder(root)

  const taker = await newVisitor()
  await offerNoFile(taker.page)
  const taken = await taker.download(await given.link())
  await taken.reaches('seeding')
  for (const round of ['first', 'second']) {
    const coming = taker.page.waitForEvent('download')
    await taken.button(ZIP).click()
    const download = await coming
    expect(download.suggestedFilename(), round).toBe('Größe & Höhe.zip')
    expect(await zipContents(await download.path()), round).toEqual(below(basename(root), contents))
    await expect(taker.page.getByText('The ZIP is among your downloads.')).toBeVisible()
    await expect(taken.button(ZIP)).toBeVisible()
  }
})

test('a share is written as a ZIP to a file that was picked', async ({ newPeer, newVisitor, folder }) => {
  const root = join(folder, 'Größe & Höhe')
  const contents = await makeAwkwardFolder(root)
  const giver = await newPeer()
  const given = await giver.chooseFolder(root)

  const taker = await newVisitor()
  await offerFile(taker.page)
  const taken = await taker.download(await given.link())
  await taken.reaches('seeding')
  await taken.button(ZIP).click()
  await expect(taker.page.getByText(/All files are in “.*”\./)).toBeVisible()
  const zip = await pickedFile(taker.page)
  expect(zip && (await zipContents(zip))).toEqual(below(basename(root), contents))
})

test('there is a ZIP only of several files, and once all that are wanted are here', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const root = join(folder, 'album')
  const first = await makeFile(join(root, 'first.bin'), 1_000_000, 'first')
  await makeFile(join(root, 'second.bin'), 1_000_000, 'second')
  const giver = await newPeer()
  const given = await giver.chooseFolder(root)
  const taker = await newVisitor()
  await offerNoFile(taker.page)
  const taken = await taker.open(await given.link())
  await taken.reaches('ready')
  await expect(taken.button(ZIP)).toHaveCount(0)
  await taken.article.getByRole('checkbox', { name: 'Fetch second.bin' }).uncheck()
  await taken.button('Download').click()
  const coming = taker.page.waitForEvent('download')
  await taken.button(ZIP).click()
  expect(await zipContents(await (await coming).path())).toEqual({ 'album/first.bin': first })

  await giver.chooseFiles(join(root, 'first.bin'))
  const one = giver.opened
  await expect(one.heading).toHaveText('first.bin')
  await one.reaches('seeding')
  await expect(one.button(ZIP)).toHaveCount(0)
})

test('a ZIP on its way ends in words: cancelled, stopped, or with the service worker', async ({
  newPeer,
  folder,
}) => {
  const peer = await newPeer()
  await offerNoFile(peer.page)
  await peer.home()
  const share = await peer.chooseFolder(await largeFolder(folder))
  const begin = async () => {
    const coming = peer.page.waitForEvent('download')
    await share.button(ZIP).click()
    return coming
  }
  await test.step('cancelled in the browser', async () => {
    await (await begin()).cancel()
    await expect(peer.page.getByText('The ZIP was cancelled.')).toBeVisible()
    await expect(share.button(ZIP)).toBeVisible()
  })
  await test.step('stopped on the page', async () => {
    const download = await begin()
    await share.button('Stop').click()
    expect(await download.failure()).not.toBeNull()
    await expect(share.button(ZIP)).toBeVisible()
  })
  await test.step('the browser stops the service worker', async () => {
    const download = await begin()
    const devtools = await peer.context.newCDPSession(peer.page)
    await devtools.send('ServiceWorker.enable')
    await devtools.send('ServiceWorker.stopAllWorkers')
    expect(await download.failure()).not.toBeNull()
    await expect(peer.page.getByText(/The ZIP couldn’t be saved\./)).toBeVisible()
  })
})

test('a ZIP that is stopped while it is written to a file leaves none', async ({ newVisitor, folder }) => {
  const peer = await newVisitor()
  await offerFile(peer.page)
  await peer.home()
  const share = await peer.chooseFolder(await largeFolder(folder))
  await share.button(ZIP).click()
  await expect(peer.page.getByRole('progressbar', { name: 'Progress of the ZIP' })).toBeVisible()
  await share.button('Stop').click()
  await expect(share.button(ZIP)).toBeVisible()
  await expect.poll(() => pickedFile(peer.page)).toBeNull()
})

test('the service worker answers nothing but downloads, and each of them once', async ({
  newPeer,
  site,
  folder,
}) => {
  const root = join(folder, 'two')
  await makeFile(join(root, 'a.bin'), 1000, 'a')
  await makeFile(join(root, 'b.bin'), 1000, 'b')
  const peer = await newPeer()
  await offerNoFile(peer.page)
  await peer.home()
  const share = await peer.chooseFolder(root)
  const coming = peer.page.waitForEvent('download')
  await share.button(ZIP).click()
  const download = await coming
  await download.path()

  // The tests' list of errors need not hold the 404s that are meant here.
  const page = await peer.context.newPage()
  for (const url of [download.url(), new URL(`save/${crypto.randomUUID()}/a.zip`, site.url).href]) {
    const response = await page.goto(url)
    expect([response?.status(), response?.fromServiceWorker()]).toEqual([404, true])
    expect(response?.headers()['content-security-policy']).toBe("sandbox; default-src 'none'")
  }
  const script = await page.request.get(new URL('sw.js', site.url).href)
  expect(script.headers()['cache-control']).toBe('no-cache')
  const home = await page.goto(site.url)
  expect(home?.fromServiceWorker()).toBe(false)
})

test('Firefox downloads a share as a ZIP', async ({ newPeer, firefox, folder }) => {
  const root = join(folder, 'Größe & Höhe')
  const contents = await makeAwkwardFolder(root)
  const giver = await newPeer()
  const given = await giver.chooseFolder(root)
  await firefox.open(await given.link())
  await firefox.reaches('ready')
  await firefox.press('Download')
  await firefox.reaches('seeding')
  await firefox.press('Save all')
  const path = firefox.downloadPath('Größe & Höhe.zip')
  await expect
    .poll(() => zipContents(path).catch(() => null), { message: 'the ZIP among Firefox’s downloads' })
    .toEqual(below(basename(root), contents))
})
