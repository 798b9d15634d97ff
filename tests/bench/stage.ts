import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright'
import { browserPath, CHROMIUM, CHROMIUM_FLAGS } from '../support/browsers.ts'
import { Peer } from '../support/peer.ts'
import { startSiteServer, type SiteServer } from '../support/server.ts'

/** What a bench plays on: the real server over the built site, real Chromium, a folder for its files. */
export interface Stage {
  readonly site: SiteServer
  readonly browser: Browser
  readonly folder: string
  /** A visitor in a context of its own, on Home. */
  readonly newPeer: () => Promise<Peer>
}

export async function onStage(play: (stage: Stage) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'shoal-bench-'))
  const site = await startSiteServer()
  const browser = await chromium.launch({
    executablePath: browserPath(CHROMIUM),
    args: [...CHROMIUM_FLAGS],
  })
  try {
    await play({
      site,
      browser,
      folder,
      newPeer: async () => {
        const context = await browser.newContext()
        const peer = new Peer(context, await context.newPage(), site.url)
        await peer.home()
        return peer
      },
    })
  } finally {
    await browser.close()
    await site.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
