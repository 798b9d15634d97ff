import { expect, onTestFinished } from 'vitest'
import { openNodeHome } from '../../../server/peer/nodeHome.ts'
import { NO_NOTES } from '../../../server/peer/nodePeer.ts'
import { fetchConfig } from '../../../src/swarm/config.ts'
import { freeDial } from '../../../server/peer/alone.ts'
import { parseFragment } from '../../../src/core/invitation.ts'
import { NOTHING_HANDED_OVER } from '../../../src/swarm/handedOver.ts'
import type { PeerConnection } from '../../../src/swarm/link/peerConnection.ts'
import type { ShareEngine } from '../../../src/swarm/shareEngine.ts'
import type { ShareSnapshot, ShareState } from '../../../src/swarm/snapshot.ts'
import { startEngine } from '../../../src/swarm/startEngine.ts'

const PATIENCE = { timeout: 30_000 }

/** An engine in Node, with real WebRTC, whose connections a test counts. */
export class CountedPeer {
  readonly engine: ShareEngine
  readonly #made: PeerConnection[]

  private constructor(engine: ShareEngine, made: PeerConnection[]) {
    this.engine = engine
    this.#made = made
  }

  /** Its end is the test's, at the latest. */
  static async start(site: string, folder: string, passkey: string | null = null): Promise<CountedPeer> {
    const made: PeerConnection[] = []
    const askConfig = () => fetchConfig(site, passkey)
    const home = await openNodeHome(folder, null, null)
    const ended = new AbortController()
    const connect: typeof home.connect = (servers) => {
      const connection = home.connect(servers)
      made.push(connection)
      return connection
    }
    const engine = await startEngine(
      { ...home, connect },
      {
        config: await askConfig(),
        askConfig,
        member: { passkey: () => passkey, excluded: () => undefined },
        dial: freeDial(),
        notes: () => NO_NOTES,
        ended: ended.signal,
      },
    )
    await engine.restore(NOTHING_HANDED_OVER)
    onTestFinished(async () => {
      await engine.close()
      ended.abort()
    })
    return new CountedPeer(engine, made)
  }

  /** Connections that were ever made: offered, answered and neither. */
  get made(): number {
    return this.#made.length
  }

  /** Those that lead to somebody. */
  get connected(): readonly PeerConnection[] {
    return this.#made.filter(({ connectionState }) => connectionState === 'connected')
  }

  /** Shares some bytes; answers what is then known of the share. */
  async give(name: string, content: string, sealed = false): Promise<ShareSnapshot> {
    const id = this.engine.addFiles([{ file: new File([content], name), path: [name], handle: null }], name, {
      sealed,
    })
    return this.reaches(id, 'seeding')
  }

  /** Opens a link; answers the share's id. */
  open(link: string | null): string {
    const invitation = parseFragment(new URL(link ?? '').hash.slice(1))
    return this.engine.open(invitation ?? expect.fail('It is a link.'))
  }

  /** Fetches what a link leads to; answers what is in its only file. */
  async take(link: string | null): Promise<string> {
    const id = this.open(link)
    await this.reaches(id, 'ready')
    await this.engine.download(id)
    await this.reaches(id, 'seeding')
    return (await this.engine.fileBlob(id, 0)).text()
  }

  share(id: string): ShareSnapshot {
    return this.engine.shares().find((share) => share.id === id) ?? expect.fail('It has the share.')
  }

  async reaches(id: string, state: ShareState): Promise<ShareSnapshot> {
    await expect.poll(() => this.share(id).state, { ...PATIENCE, interval: 10 }).toBe(state)
    return this.share(id)
  }
}
