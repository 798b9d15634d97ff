import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '@playwright/test'
import { Firefox, type FirefoxPeer } from './firefox.ts'
import { Peer } from './peer.ts'
import { startSiteServer, type SiteServer } from './server.ts'
import { savesData } from './savesData.ts'
import { tellViolations } from './trouble.ts'

export interface PeerOptions {
  /** Another site than the worker's own. */
  readonly site?: SiteServer
  /** Errors that belong to what the test does: a lost tracker, say. Any other fails the test. */
  readonly expectedTrouble?: readonly RegExp[]
  readonly colorScheme?: 'dark' | 'light'
  /** Of the browser, as BCP 47; English otherwise. */
  readonly locale?: string
  /** Gives so many bytes and then none, until it {@link Peer.givesOn}: a transfer with a middle that lasts. */
  readonly gives?: number
  /**
   * Has the browser keep the page's own files. Elsewhere the visitor saves data, since tests hold requests for
   * these files back, or cut them off.
   */
  readonly keepsShell?: boolean
  /** A small screen, and fingers alone to point with. */
  readonly phone?: boolean
}

interface TestFixtures {
  /** Opens another visitor's page, on Home. */
  readonly newPeer: (options?: PeerOptions) => Promise<Peer>
  /** Another visitor whose page is on no address yet: somebody who comes by a link. */
  readonly newVisitor: (options?: PeerOptions) => Promise<Peer>
  /** A visitor with Firefox, on no address yet. */
  readonly firefox: FirefoxPeer
  /** Starts a server that is this test's alone, with settings of its own, to be stopped and started at will. */
  readonly newSite: (settings?: Readonly<Record<string, string>>) => Promise<SiteServer>
  /** An empty folder that goes when the test ends. */
  readonly folder: string
}

interface WorkerFixtures {
  /** The server that the tests of one worker share: swarms do not touch each other. */
  readonly site: SiteServer
  readonly firefoxBrowser: Firefox
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    async ({}, use) => {
      const site = await startSiteServer()
      await use(site)
      await site.stop()
    },
    { scope: 'worker' },
  ],

  firefoxBrowser: [
    async ({}, use) => {
      const firefox = await Firefox.start()
      await use(firefox)
      await firefox.stop()
    },
    { scope: 'worker' },
  ],

  firefox: async ({ firefoxBrowser }, use) => {
    const peer = await firefoxBrowser.newPeer()
    await use(peer)
    await peer.leave()
  },

  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'shoal-e2e-'))
    await use(folder)
    // A browser that was killed may still be writing.
    await rm(folder, { recursive: true, force: true, maxRetries: 10 })
  },

  // What is set up first is taken down last: with the folder named here, it outlives the servers that publish it.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- named for the order alone
  newSite: async ({ folder: _folder }, use) => {
    const sites: SiteServer[] = []
    await use(async (settings) => {
      const site = await startSiteServer(settings)
      sites.push(site)
      return site
    })
    for (const site of sites) await site.stop()
  },

  // What is set up first is taken down last: with `newSite` named here, every server outlives its pages.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- named for the order alone
  newVisitor: async ({ browser, site: shared, newSite: _newSite }, use) => {
    const peers: { peer: Peer; expected: readonly RegExp[] }[] = []
    await use(
      async ({
        site = shared,
        expectedTrouble = [],
        colorScheme = 'dark',
        locale = 'en-US',
        gives,
        keepsShell = false,
        phone = false,
      } = {}) => {
        const context = await browser.newContext({
          colorScheme,
          locale,
          // What moves for the eye alone is painted in software here, in every page that is open.
          reducedMotion: 'reduce',
          acceptDownloads: true,
          ...(phone && { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }),
        })
        const page = await context.newPage()
        await tellViolations(page)
        const peer = new Peer(context, page, site.url)
        if (!keepsShell) await savesData(page)
        if (gives !== undefined) await peer.givesOnly(gives)
        peers.push({ peer, expected: expectedTrouble })
        return peer
      },
    )
    for (const { peer } of peers) await peer.context.close()
    const unexpected = peers.flatMap(({ peer, expected }, index) =>
      peer.trouble
        .filter((trouble) => !expected.some((pattern) => pattern.test(trouble)))
        .map((trouble) => `peer ${index + 1}: ${trouble}`),
    )
    expect(unexpected, 'errors on the pages').toEqual([])
  },

  newPeer: async ({ newVisitor }, use) => {
    await use(async (options) => {
      const peer = await newVisitor(options)
      await peer.home()
      return peer
    })
  },
})

export { expect }
