import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright'
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
  /**
   * A browser with a profile of its own on the disk. Every other context is a private window, and those keep the
   * site's files in memory.
   */
  readonly newProfile: (options?: BrowserContextOptions) => Promise<BrowserContext>
}

export interface StageOptions {
  /** Flags of Chromium's, besides the usual ones. */
  readonly flags?: readonly string[]
  /** Flags that Playwright gives to Chromium, and must not. */
  readonly withoutFlags?: readonly string[]
  /** Settings of the server. */
  readonly environment?: Readonly<Record<string, string>>
}

export async function onStage<Result>(
  play: (stage: Stage) => Promise<Result>,
  { flags = [], withoutFlags = [], environment = {} }: StageOptions = {},
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'shoal-bench-'))
  const site = await startSiteServer(environment)
  const options = {
    executablePath: browserPath(CHROMIUM),
    args: [...CHROMIUM_FLAGS, ...flags],
    ignoreDefaultArgs: [...withoutFlags],
  }
  const browser = await chromium.launch(options)
  const profiles: BrowserContext[] = []
  try {
    return await play({
      site,
      browser,
      folder,
      newPeer: async () => {
        const context = await browser.newContext()
        const peer = new Peer(context, await context.newPage(), site.url)
        await peer.home()
        return peer
      },
      newProfile: async (own = {}) => {
        const profile = await chromium.launchPersistentContext(join(folder, `profile ${profiles.length}`), {
          ...options,
          ...own,
        })
        profiles.push(profile)
        return profile
      },
    })
  } finally {
    for (const profile of profiles) await profile.close()
    await browser.close()
    await site.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
