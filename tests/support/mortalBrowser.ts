import { chromium, type BrowserContext } from '@playwright/test'
import { browserPath, CHROMIUM, CHROMIUM_FLAGS } from './browsers.ts'
import { Peer } from './peer.ts'

/** A visitor with a whole Chromium of their own, which can be killed, and started again with all that it kept. */
export class MortalBrowser {
  readonly #profile: string
  readonly #site: string
  readonly #executable: string
  #running: { context: BrowserContext; pid: number } | null = null

  /**
   * @param profile the folder that the browser keeps its data in
   * @param executable what to start instead of Chromium itself, which it has to become
   */
  constructor(profile: string, site: string, executable: string = browserPath(CHROMIUM)) {
    this.#profile = profile
    this.#site = site
    this.#executable = executable
  }

  /** Its process, while it runs. */
  get pid(): number {
    if (!this.#running) throw new Error('The browser is not running.')
    return this.#running.pid
  }

  /** A page of it, on no address yet. */
  async start(): Promise<Peer> {
    const context = await chromium.launchPersistentContext(this.#profile, {
      executablePath: this.#executable,
      args: [...CHROMIUM_FLAGS],
    })
    this.#running = { context, pid: await processOf(context) }
    return new Peer(context, await context.newPage(), this.#site)
  }

  /** Ends it as a power cut would: nothing gets the time to be put away. */
  async kill(): Promise<void> {
    const running = this.#running
    this.#running = null
    if (!running) return
    const closed = running.context.waitForEvent('close')
    process.kill(running.pid, 'SIGKILL')
    await closed
  }
}

async function processOf(context: BrowserContext): Promise<number> {
  const devtools = await context.browser()?.newBrowserCDPSession()
  const told = await devtools?.send('SystemInfo.getProcessInfo')
  const main = told?.processInfo.find(({ type }) => type === 'browser')
  if (!main) throw new Error('The browser does not tell its process.')
  return main.id
}
