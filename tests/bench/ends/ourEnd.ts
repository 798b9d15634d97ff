import type { Page } from 'playwright'
import type { Peer } from '../../support/peer.ts'
import type { End, Transfer } from './end.ts'

/** Our own page. */
export class OurEnd implements End {
  readonly peer: Peer
  readonly #site: string
  #infoHash = ''

  constructor(peer: Peer, site: string) {
    this.peer = peer
    this.#site = site
  }

  get page(): Page {
    return this.peer.page
  }

  async give(path: string): Promise<string> {
    const share = await this.peer.chooseFiles(path)
    await share.reaches('seeding')
    return share.infoHash()
  }

  async prepare(infoHash: string): Promise<void> {
    this.#infoHash = infoHash
    await this.peer.open(`${this.#site}#${infoHash}`)
    await this.peer.share(infoHash).reaches('ready')
  }

  async fetch(limitMs: number): Promise<Transfer> {
    return this.peer.page.evaluate(clickDownload, { infoHash: this.#infoHash, limitMs })
  }

  async leave(): Promise<void> {
    await this.peer.leave()
  }
}

/** Runs in the page: clicks on Download, and waits for the share to be complete. */
function clickDownload({ infoHash, limitMs }: { infoHash: string; limitMs: number }): Promise<Transfer> {
  const now = () => performance.timeOrigin + performance.now()
  const article = document.querySelector<HTMLElement>(`article[data-infohash="${infoHash}"]`)
  const button = [...(article?.querySelectorAll('button') ?? [])].find(
    (each) => each.textContent.trim() === 'Download',
  )
  if (!article || !button) throw new Error('There is nothing to download.')
  return new Promise((resolve) => {
    const from = now()
    const end = () => {
      observer.disconnect()
      clearTimeout(limit)
      resolve({ from, to: now(), progress: Number(article.dataset['progress']) })
    }
    const limit = setTimeout(end, limitMs)
    const observer = new MutationObserver(() => {
      if (article.dataset['state'] === 'seeding') end()
    })
    observer.observe(article, { attributes: true, attributeFilter: ['data-state'] })
    button.click()
  })
}
