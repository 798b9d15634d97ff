import type { Bytes, Milliseconds } from '../core/brand.ts'
import type { InfoHash } from '../core/infoHash.ts'
import type { ShareLimits } from '../core/limits.ts'
import type { SealSecret } from '../core/sealSecret.ts'
import { linkOf, magnetOf } from '../core/invitation.ts'
import type { SiteConfig } from './config.ts'
import type { ContactsSnapshot } from './contacts.ts'
import type { Contents } from './contents/contents.ts'
import type { DiscoveryStatus } from './discovery/discoveryStatus.ts'
import { failureOf } from './failures.ts'
import type { OriginStatus } from './origin/origins.ts'
import type { PeerStatus } from './peerStatus.ts'
import { PieceDrawing } from './pieceDrawing.ts'
import type { Progress } from './progress.ts'
import type { PieceTable } from './scheduler/pieceTable.ts'
import type { ShareRates } from './shareRates.ts'
import { situationOf } from './situation.ts'
import type {
  FileSnapshot,
  OriginSnapshot,
  PieceMap,
  ShareSnapshot,
  ShareState,
  Situation,
} from './snapshot.ts'
import type { Failure } from './problems.ts'

/** Where a share is in its life, as far as the page is told; see `share/phase.ts`. */
export type PhaseName = 'hashing' | 'fetching' | 'ready' | 'active' | 'asleep' | 'failed'

/** What a share is at this moment: all that its view is made of. */
export interface ShareFacts {
  readonly id: string
  readonly infoHash: InfoHash | null
  readonly mine: boolean
  readonly phase: PhaseName
  readonly paused: boolean
  readonly name: string
  /** Size as it was told or counted before the metadata is known. */
  readonly toldSize: Bytes
  readonly localFiles: readonly { readonly path: readonly string[]; readonly size: Bytes }[] | null
  /** How its magnet link names it, once that is known. */
  readonly torrent: { readonly name: string; readonly size: Bytes } | null
  readonly contents: Contents | null
  /** See {@link ShareSnapshot.seal}. */
  readonly seal: ShareSnapshot['seal']
  /** See {@link ShareSnapshot.isUnfetched}. */
  readonly isUnfetched: boolean
  /** What opens it, if it is sealed. */
  readonly secret: SealSecret | null
  readonly progress: Progress | null
  readonly pieces: PieceTable | null
  readonly peers: readonly PeerStatus[]
  readonly discovery: DiscoveryStatus | null
  readonly totals: { readonly got: Bytes; readonly given: Bytes }
  readonly limits: ShareLimits
  readonly exhausted: boolean
  /** It connects to nobody: what is missing comes from HTTP copies alone. */
  readonly peersOff: boolean
  readonly rates: ShareRates
  /** Those that its link names. */
  readonly trackers: readonly string[]
  readonly contacts: ContactsSnapshot
  readonly webSeeds: readonly string[]
  readonly origins: readonly OriginStatus[]
  readonly failure: Failure | null
  readonly leftOut: readonly string[]
  /** See {@link ShareSnapshot.memoryLimit}. */
  readonly memoryLimit: Bytes | null
  /** Whether its files can be opened again by one click. */
  readonly wakeable: boolean
  /** See {@link ShareSnapshot.copy}. */
  readonly copy: number | null
  readonly now: Milliseconds
  readonly config: SiteConfig
}

/** Describes a share for the page; keeps what would be costly to describe again. */
export class ShareView {
  #drawing: PieceDrawing | null = null
  #files: readonly FileSnapshot[] = []
  #connectingSince: Milliseconds | null = null

  describe(facts: ShareFacts): ShareSnapshot {
    const { infoHash, name, contents, progress, rates, config } = facts
    const size = contents?.size ?? facts.toldSize
    const { trackers, webSeeds } = facts
    const shared = infoHash && { infoHash, ...(facts.torrent ?? { name, size }), trackers, webSeeds }
    const situation = this.#situation(facts)
    const hashing = facts.phase === 'hashing'
    const rate = hashing ? rates.hashing : rates.current.get
    const left = hashing ? size - rates.hashed : (progress?.missing ?? 0)
    return {
      id: facts.id,
      infoHash,
      state: stateOf(facts, situation),
      mine: facts.mine,
      name,
      seal: facts.seal,
      endsAt: contents?.expires ?? null,
      isUnfetched: facts.isUnfetched,
      size,
      files: this.#describeFiles(facts),
      progress: hashing ? ratio(rates.hashed, size) : progress ? progress.ratio : 0,
      getRate: rate,
      giveRate: rates.current.give,
      ...facts.totals,
      limits: facts.limits,
      exhausted: facts.exhausted,
      secondsLeft: left > 0 && rate > 0 ? left / rate : null,
      peers: facts.peers.map(({ snapshot }) => snapshot),
      swarm: facts.discovery?.swarm ?? null,
      situation,
      attempts: facts.discovery?.attempts ?? null,
      pieces: this.#draw(facts.pieces),
      link: shared && linkOf(config.site, shared, config.tracker, facts.secret),
      magnet: shared && magnetOf(shared),
      failure: facts.failure,
      leftOut: facts.leftOut,
      origins: facts.origins.map(describeOrigin),
      contacts: facts.contacts,
      memoryLimit: facts.memoryLimit,
      copy: facts.copy,
      wakeable: facts.wakeable,
      history: rates.history,
    }
  }

  #situation(facts: ShareFacts): Situation {
    const { discovery, paused, peersOff, phase, progress, now, origins } = facts
    const fromOrigin = phase === 'active' && !progress?.complete && origins.some(isWorking)
    if (peersOff && !paused && ['fetching', 'ready', 'active'].includes(phase))
      return fromOrigin ? { kind: 'moving', peers: 0 } : { kind: 'peers-off' }
    if (!discovery || paused) {
      this.#connectingSince = null
      return { kind: 'idle' }
    }
    const peers = facts.peers.filter(({ faltering }) => !faltering)
    const useful = peers.filter((peer) => peer.useful)
    const giving = phase === 'active' && (progress?.complete ?? false)
    const situation = situationOf({
      discovery,
      now,
      connectingFor: this.#connectingSince === null ? 0 : now - this.#connectingSince,
      giving,
      peers: peers.length,
      useful: useful.length,
      unchoked: useful.filter(({ choking }) => !choking || phase !== 'active').length,
      unbarred: (giving ? peers : useful).filter(({ barred }) => !barred || phase !== 'active').length,
    })
    if (fromOrigin && situation.kind !== 'moving') {
      this.#connectingSince = null
      return { kind: 'moving', peers: useful.length }
    }
    if (situation.kind === 'connecting') this.#connectingSince ??= now
    else if (situation.kind !== 'unreachable') this.#connectingSince = null
    return situation
  }

  #draw(pieces: PieceTable | null): PieceMap | null {
    if (pieces && this.#drawing?.pieces !== pieces) this.#drawing = new PieceDrawing(pieces)
    return pieces && (this.#drawing?.map() ?? null)
  }

  #describeFiles({ contents, progress, localFiles }: ShareFacts): readonly FileSnapshot[] {
    if (contents && progress) {
      // Only files that changed get a new object: a share may have 100,000.
      this.#files = contents.files.map(({ path, length, place }, index) => {
        const last = this.#files[index]
        const done = progress.fileProgress(index)
        const wanted = progress.wants(index)
        return last?.path === path && last.progress === done && last.wanted === wanted
          ? last
          : {
              index,
              place,
              path,
              size: length,
              start: contents.extents.start(index),
              progress: done,
              wanted,
            }
      })
    } else if (this.#files.length !== (localFiles?.length ?? 0)) {
      let end = 0
      this.#files = (localFiles ?? []).map(({ path, size }, index) => {
        const start = end
        end += size
        return { index, place: index, path, size, start, progress: 0, wanted: true }
      })
    }
    return this.#files
  }
}

/**
 * Describes a share; one that cannot be described has failed, with the reason, and can be removed. The page lists all
 * of them together: none may take the others along.
 */
export function describeSafely(view: Pick<ShareView, 'describe'>, facts: ShareFacts): ShareSnapshot {
  try {
    return view.describe(facts)
  } catch (error) {
    return {
      id: facts.id,
      infoHash: facts.infoHash,
      state: 'failed',
      mine: facts.mine,
      name: facts.infoHash ?? facts.id,
      seal: null,
      endsAt: null,
      isUnfetched: false,
      size: 0,
      files: [],
      progress: 0,
      getRate: 0,
      giveRate: 0,
      got: 0,
      given: 0,
      limits: facts.limits,
      exhausted: false,
      secondsLeft: null,
      peers: [],
      swarm: null,
      situation: { kind: 'idle' },
      attempts: null,
      pieces: null,
      link: null,
      magnet: null,
      failure: failureOf(error),
      leftOut: [],
      origins: [],
      contacts: { trackers: [], near: [], others: [], passesOn: false },
      memoryLimit: null,
      copy: null,
      wakeable: false,
      history: [],
    }
  }
}

function isWorking({ state }: OriginStatus): boolean {
  return state.kind === 'working'
}

function describeOrigin({ url, got, state }: OriginStatus): OriginSnapshot {
  return { host: URL.parse(url)?.host ?? url, got, why: state.kind === 'working' ? null : state.why }
}

function stateOf({ phase, paused, progress }: ShareFacts, situation: Situation): ShareState {
  if (phase === 'failed' || phase === 'asleep') return phase
  if (paused) return 'paused'
  if (phase !== 'active') return phase
  if (progress?.complete) return 'seeding'
  return situation.kind === 'moving' ? 'downloading' : 'waiting'
}

function ratio(part: Bytes, whole: Bytes): number {
  return whole === 0 ? 0 : part / whole
}
