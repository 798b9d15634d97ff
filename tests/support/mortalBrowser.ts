import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { chromium, type Browser } from '@playwright/test'
import { browserPath, CHROMIUM, CHROMIUM_FLAGS } from './browsers.ts'
import { Peer } from './peer.ts'

/** A visitor with a whole Chromium of their own, which can be killed, and started again with all that it kept. */
export class MortalBrowser {
  readonly #profile: string
  readonly #site: string
  #running: { process: ChildProcess; browser: Browser } | null = null

  /** @param profile the folder that the browser keeps its data in */
  constructor(profile: string, site: string) {
    this.#profile = profile
    this.#site = site
  }

  /** A page of it, on no address yet. */
  async start(): Promise<Peer> {
    const process = spawn(
      browserPath(CHROMIUM),
      [...CHROMIUM_FLAGS, '--headless', '--remote-debugging-port=0', `--user-data-dir=${this.#profile}`],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    const browser = await chromium.connectOverCDP(await devtoolsAddress(process))
    this.#running = { process, browser }
    const [context] = browser.contexts()
    if (!context) throw new Error('The browser has no context.')
    return new Peer(context, await context.newPage(), this.#site)
  }

  /** Ends it as a power cut would: nothing gets the time to be put away. */
  async kill(): Promise<void> {
    const running = this.#running
    this.#running = null
    if (!running) return
    const ended = once(running.process, 'exit')
    running.process.kill('SIGKILL')
    await ended
    await running.browser.close().catch(() => undefined)
  }
}

/** Chromium tells it among other things that it says; what it says later has to be read as well. */
function devtoolsAddress(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    process.once('exit', () => reject(new Error('The browser ended before it told its address.')))
    if (!process.stderr) return
    createInterface(process.stderr).on('line', (line) => {
      const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
      if (address !== undefined) resolve(address)
    })
  })
}
