import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { CADDY, NGINX, noNginx, startBalancer } from '../support/balancers.ts'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { offerNoFile } from '../support/pickedFile.ts'
import type { SiteServer } from '../support/server.ts'
import { freePort } from '../support/valkey.ts'
import { zipContents } from '../support/zipContents.ts'

/** A site that has a part of its host, and nothing but that (PUBLIC_URL with a path). */

test.skip(noNginx !== null, noNginx ?? '')

const OUT_OF_REACH = [
  /ERR_CONNECTION_REFUSED/,
  /WebSocket connection to/,
  /Failed to load resource/,
  /502|503/,
]

for (const balancer of [NGINX, CADDY]) {
  test(`pages below a path behind ${balancer.name} share, fetch, save, reload, and open offline`, async ({
    newPeer,
    newSite,
    newVisitor,
    folder,
  }) => {
    const at = new URL(`http://127.0.0.1:${await freePort()}/a/shoal/`)
    const node = await newSite({ PUBLIC_URL: at.href, TRUST_PROXY: '127.0.0.1' })
    const front = await startBalancer(balancer, [new URL(node.url).host], at)
    let isFrontUp = true
    const stopFront = async (): Promise<void> => {
      if (isFrontUp) await front.stop()
      isFrontUp = false
    }
    try {
      const site: SiteServer = { ...node, url: at.href }
      const root = join(folder, 'below')
      await mkdir(root)
      const sha1 = await makeFile(join(root, 'one.bin'), 2 * MB, 'below a path')
      const contents = {
        'below/one.bin': sha1,
        'below/other.bin': await makeFile(join(root, 'other.bin'), 10, 'x'),
      }
      const giver = await newPeer({ site, expectedTrouble: OUT_OF_REACH })
      const asked: string[] = []
      giver.page.on('request', (request) => asked.push(request.url()))
      const given = await giver.chooseFolder(root)
      await given.reaches('seeding')
      const link = await given.link()
      expect(link.startsWith(`${at.href}#`)).toBe(true)

      const taker = await newVisitor({ site, keepsShell: true, expectedTrouble: OUT_OF_REACH })
      taker.page.on('request', (request) => asked.push(request.url()))
      await offerNoFile(taker.page)
      const taken = await taker.download(link)
      await taken.reaches('seeding')
      // By the service worker, as a ZIP that is made while it is read.
      const saves = async (): Promise<void> => {
        const coming = taker.page.waitForEvent('download')
        await taken.button('Save as a ZIP').click()
        const download = await coming
        expect(await zipContents(await download.path())).toEqual(contents)
      }
      await saves()
      expect(await taken.save('one.bin')).toEqual({ name: 'one.bin', sha1 })
      await taker.page.reload()
      await taken.reaches('seeding')
      expect(taker.page.url().startsWith(`${at.href}#`)).toBe(true)

      const scopes = async () =>
        taker.page.evaluate(async () =>
          (await navigator.serviceWorker.getRegistrations())
            .map(({ scope }) => new URL(scope).pathname)
            .sort(),
        )
      await expect
        .poll(
          async () =>
            taker.page.evaluate(
              async (page) =>
                navigator.serviceWorker.controller !== null &&
                (await (await caches.open('shoal-shell')).match(page)) !== undefined,
              at.pathname,
            ),
          { timeout: 240_000 },
        )
        .toBe(true)
      expect(await scopes()).toEqual(['/a/shoal/', '/a/shoal/save/'])
      // Nobody asked for anything beside the site.
      const beside = asked.filter((url) => new URL(url).host === at.host && !url.startsWith(at.href))
      expect(beside).toEqual([])

      await giver.leave()
      await stopFront()
      await taker.page.goto(at.href)
      await expect(taker.page.getByRole('heading', { name: 'Drop files to send them' })).toBeVisible()
      await taker.page.getByRole('link', { name: 'below' }).click()
      await taken.reaches('seeding')
      await saves()
    } finally {
      await stopFront()
    }
  })
}
