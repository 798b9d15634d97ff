import { parseInfoHash, type InfoHash } from '../core/infoHash.ts'
import type { Bytes } from '../core/brand.ts'
import type { Engine } from '../swarm/engineApi.ts'
import { SwarmError } from '../swarm/problems.ts'
import type { ShareSnapshot } from '../swarm/snapshot.ts'
import { faultOf, type Fault } from './faults.ts'
import type { LazyEngine } from './lazyEngine.svelte.ts'
import type { Navigation } from './navigation.svelte.ts'
import { onSite } from './onSite.ts'
import { StateError } from './problems.ts'

/** A film or music that the site's owner publishes. */
export interface PublishedFile {
  /** Below the media folder, with `/`. */
  readonly path: string
  readonly size: Bytes
  readonly infoHash: InfoHash
  /** It is being made while it is watched. */
  readonly live: boolean
}

interface PublishedDeps {
  readonly engine: LazyEngine
  readonly navigation: Navigation
  /** What was removed a moment ago is gone after this. */
  readonly settle: () => Promise<void>
  /** Plays what is to be played first of a share that is open. */
  readonly play: (share: ShareSnapshot) => Promise<void>
}

/** What the site publishes by itself, at `/watch`. */
export class Published {
  /** Null until the site has told. */
  files: readonly PublishedFile[] | null = $state.raw(null)
  /** Files that the server is still preparing. */
  waiting = $state(0)
  /** Why it cannot be shown. */
  problem: Fault | null = $state.raw(null)

  readonly #deps: PublishedDeps

  constructor(deps: PublishedDeps) {
    this.#deps = deps
  }

  async list(): Promise<void> {
    try {
      const response = await fetch(onSite('/media.json'))
      const told = (await response.json()) as { files?: unknown; waiting?: unknown }
      this.files = Array.isArray(told.files) ? told.files.flatMap(parseFile) : []
      this.waiting = Number(told.waiting)
    } catch {
      this.problem = { code: 'not-listed' }
    }
  }

  /** Opens a published file's page, and plays it. */
  async open(path: string): Promise<void> {
    try {
      const address = onSite(`/media-torrents/${path.split('/').map(encodeURIComponent).join('/')}`)
      const [response, engine] = await Promise.all([fetch(address), this.#deps.engine.claim()])
      if (response.status === 422) throw new StateError({ code: 'live-encrypted' })
      if (!response.ok) throw new StateError({ code: 'not-published' })
      await this.#deps.settle()
      const id = await engine.openTorrentFile(new Uint8Array(await response.arrayBuffer()))
      const share = await known(engine, id)
      if (share.infoHash) this.#deps.navigation.settle(share.infoHash)
      await this.#deps.play(share)
    } catch (error) {
      this.problem = faultOf(error)
    }
  }
}

/** The share, as soon as it is known what is in it. */
function known(engine: Engine, id: string): Promise<ShareSnapshot> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const share = engine.shares().find((each) => each.id === id)
      if (share?.state === 'fetching') return
      stop()
      if (share) resolve(share)
      else reject(new SwarmError({ code: 'share-removed' }))
    }
    const stop = engine.subscribe(look)
    look()
  })
}

function parseFile(value: unknown): PublishedFile[] {
  const { path, size, infoHash, live } = (value ?? {}) as Partial<Record<keyof PublishedFile, unknown>>
  const hash = typeof infoHash === 'string' ? parseInfoHash(infoHash) : null
  if (typeof path !== 'string' || typeof size !== 'number' || !hash) return []
  return [{ path, size, infoHash: hash, live: live === true }]
}
