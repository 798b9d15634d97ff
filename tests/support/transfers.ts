import { makeFile, MB } from './files.ts'
import { expect, type PeerOptions } from './fixtures.ts'
import { expectedTrouble } from './front.ts'
import type { Peer } from './peer.ts'
import type { SiteServer } from './server.ts'
import type { ShareView } from './shareView.ts'

const SIZE = 6 * MB
/** A transfer has a middle for as long as only this is given. */
const GIVEN_FIRST = 2 * MB

/** Opens a page of somebody who may take part. */
export type NewPage = (options: PeerOptions) => Promise<Peer>

/** Somebody gives a file, two others take it, and all of them wait half done until they may finish. */
export class Transfers {
  readonly #newPage: NewPage
  readonly #site: SiteServer
  readonly #giver: Peer
  readonly #link: string
  readonly #sha1: string
  readonly #taken: ShareView[] = []

  private constructor(newPage: NewPage, site: SiteServer, giver: Peer, link: string, sha1: string) {
    this.#newPage = newPage
    this.#site = site
    this.#giver = giver
    this.#link = link
    this.#sha1 = sha1
  }

  static async start(newPage: NewPage, site: SiteServer, path: string): Promise<Transfers> {
    const sha1 = await makeFile(path, SIZE, path)
    const giver = await newPage({ site, expectedTrouble, gives: GIVEN_FIRST })
    const link = await (await giver.chooseFiles(path)).link()
    const transfers = new Transfers(newPage, site, giver, link, sha1)
    for (let taker = 0; taker < 2; taker += 1) await transfers.join()
    return transfers
  }

  async newcomer(): Promise<Peer> {
    return this.#newPage({ site: this.#site, expectedTrouble })
  }

  /** One more takes it, and has some of it when this settles. */
  async join(newcomer?: Peer): Promise<void> {
    const taker = newcomer ?? (await this.newcomer())
    const share = await taker.download(this.#link)
    await share.progressReaches(0.05)
    this.#taken.push(share)
  }

  /** Nobody had all of it before they may; what each has then is what was given. */
  async finish(): Promise<void> {
    for (const share of this.#taken) expect(await share.progress()).toBeLessThan(1)
    await this.#giver.givesOn()
    for (const share of this.#taken) {
      await share.reaches('seeding')
      expect((await share.save()).sha1).toBe(this.#sha1)
    }
  }
}
