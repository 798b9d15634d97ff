import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { InfoHash } from '../../core/infoHash.ts'
import { webSeedsAmong } from '../../core/invitation.ts'
import { NO_LIMITS, type ShareLimits } from '../../core/limits.ts'
import { costOf, type SealSecret } from '../../core/sealSecret.ts'
import type { Opener } from '../../seal/keys.ts'
import type { KeptFile } from '../../storage/library.ts'
import { torrentFileOf, type Metainfo } from '../../torrent/metainfo.ts'
import type { SiteConfig } from '../config.ts'
import { Contacts, type ContactsSnapshot } from '../contacts.ts'
import { ShareRates } from '../shareRates.ts'
import { localFilesOf, nameOf, secretOf, type ShareSource } from '../shareSource.ts'
import { MOST_TRACKERS, trackersOf } from '../shareTrackers.ts'
import type { ShareContext } from './context.ts'

/** Shares of a time when nobody was asked had everybody contacted. */
const BEFORE_ASKING = { allowed: 'all', passesOn: false } as const

/** Bytes moved. */
export interface Moved {
  readonly got: Bytes
  readonly given: Bytes
}

/** What holds of a share in whatever phase it is: where it comes from, and what was decided about it. */
export class ShareRecord {
  readonly id: string
  readonly addedAt: Milliseconds
  source: ShareSource
  name: string
  /** What is known of the user's own files before they are hashed. */
  localFiles: ReturnType<typeof localFilesOf> = null
  /** The user's own files, as the library remembers them; null for a share that is fetched. */
  keptFiles: readonly KeptFile[] | null = null
  /** What opens it, if it is sealed; null for what is not, or cannot be opened here. */
  secret: SealSecret | null
  /** What its password comes to, once somebody has told it. */
  stretched: Uint8Array<ArrayBuffer> | null
  /** A copy of the user's own files is on this disk. */
  copied = false
  /** How much of such a copy has been made, 0…1; null while none is being made. */
  copying: number | null = null
  /** The files that its link is about (BEP 53), until somebody chooses others; null for all. */
  linkedFiles: readonly number[] | null
  /** Its trackers, once another link or .torrent file has named more. */
  learned: readonly string[] | null = null
  /** Those over HTTP and UDP that another link has named. */
  learnedClassic: readonly string[] = []
  addedWebSeeds: readonly string[] = []
  /** Addresses of its .torrent file that were asked. */
  readonly asked = new Set<string>()
  paused = false
  limits: ShareLimits = NO_LIMITS
  /** Whom of those that its link names it may contact. */
  readonly contacts: Contacts
  readonly rates = new ShareRates()
  /** Bytes moved since the engine was started, by sessions that have ended. */
  earlier: Moved = { got: 0, given: 0 }
  /** Bytes moved in earlier visits, as the library tells. */
  visits: Moved = { got: 0, given: 0 }
  /** When all that is here was last found right. */
  checkedAt: Milliseconds | null = null
  readonly #context: ShareContext

  constructor(id: string, source: ShareSource, context: ShareContext) {
    this.id = id
    this.source = source
    this.name = nameOf(source)
    this.secret = secretOf(source)
    this.stretched = source.kind === 'kept' ? (source.entry.seal?.stretched ?? null) : null
    this.linkedFiles = source.kind === 'invitation' ? source.invitation.files : null
    this.addedAt = source.kind === 'kept' ? source.entry.addedAt : context.now()
    this.contacts = new Contacts(
      { site: context.config.site, always: context.contactsAll },
      source.kind === 'kept' ? (source.entry.contacts ?? BEFORE_ASKING) : undefined,
    )
    this.#context = context
  }

  /** What it is opened with; null while that is not known. */
  get opener(): Opener | null {
    const { secret, stretched } = this
    return secret === null || (costOf(secret) && !stretched) ? null : { secret, stretched }
  }

  infoHash(metainfo: Metainfo | null): InfoHash | null {
    if (this.source.kind === 'invitation') return this.source.invitation.infoHash
    if (this.source.kind === 'kept') return this.source.entry.infoHash
    return metainfo?.infoHash ?? null
  }

  /** Size as it was told or counted before the metadata is known. */
  get toldSize(): Bytes {
    if (this.localFiles) return this.localFiles.reduce((sum, { size }) => sum + size, 0)
    return this.source.kind === 'invitation' ? (this.source.invitation.size ?? 0) : 0
  }

  /** @param session what the session moved that there is */
  totals(session: Moved | null): Moved {
    const { got, given } = this.earlier
    return { got: got + (session?.got ?? 0), given: given + (session?.given ?? 0) }
  }

  /** Bytes given in this visit and all before it. */
  given(session: Moved | null): Bytes {
    return this.visits.given + this.totals(session).given
  }

  /** Bytes that it may give in all. */
  mayGive(metainfo: Metainfo | null): Bytes {
    const ratio = Math.min(this.limits.ratio ?? Infinity, this.#published(metainfo)?.ratio ?? Infinity)
    return ratio === Infinity || !metainfo ? Infinity : ratio * metainfo.contentSize
  }

  /** People who have to be there before it connects to any. What has no HTTP copy has nobody else to come from. */
  peersFrom(metainfo: Metainfo | null): number {
    if (this.webSeeds(metainfo).length === 0) return 0
    return Math.max(this.#context.peersFrom(), this.#published(metainfo)?.peersFrom ?? 0)
  }

  /** What the site asks of those who have what it publishes; null for any other share. */
  #published(metainfo: Metainfo | null): SiteConfig['media'] {
    const { media, site } = this.#context.config
    return this.webSeeds(metainfo).some((url) => url.startsWith(`${site}media/`)) ? media : null
  }

  /** HTTP copies (BEP 19) that may be asked. */
  webSeeds(metainfo: Metainfo | null): readonly string[] {
    return this.contacts.webSeeds(this.#namedWebSeeds(metainfo))
  }

  /** HTTP copies that the link, the .torrent file or the user named. */
  #namedWebSeeds(metainfo: Metainfo | null): readonly string[] {
    const invited = this.source.kind === 'invitation' ? this.source.invitation.webSeeds : []
    return webSeedsAmong([...this.addedWebSeeds, ...invited, ...(metainfo?.webSeeds ?? [])])
  }

  /** Addresses of the .torrent file, while it is looked for. */
  sources(metainfo: Metainfo | null): readonly string[] {
    return this.source.kind === 'invitation' && !metainfo ? this.source.invitation.torrents : []
  }

  describeContacts(metainfo: Metainfo | null): ContactsSnapshot {
    return this.contacts.describe(
      [...this.trackers(metainfo), ...(this.#context.classic ? this.classicTrackers(metainfo) : [])],
      this.#namedWebSeeds(metainfo),
      this.sources(metainfo),
    )
  }

  /** All trackers that are known; see {@link Contacts}. */
  trackers(metainfo: Metainfo | null): readonly string[] {
    return this.learned ?? trackersOf(this.source, metainfo, this.#context.config.tracker)
  }

  /** All trackers over HTTP and UDP that are known. A private torrent has those that its file names (BEP 27). */
  classicTrackers(metainfo: Metainfo | null): readonly string[] {
    const named =
      this.source.kind === 'invitation'
        ? this.source.invitation.classicTrackers
        : (this.source.kind === 'torrent' ? this.source.metainfo : metainfo)?.classicTrackers
    const all = [...(named ?? []), ...(metainfo?.private ? [] : this.learnedClassic)]
    return [...new Set(all)].slice(0, MOST_TRACKERS)
  }

  /** Those that its link names. A private torrent has no other trackers than its own (BEP 27). */
  passedOn(metainfo: Metainfo | null): readonly string[] {
    const trackers = this.trackers(metainfo)
    return metainfo?.private ? trackers : this.contacts.passedOn(trackers)
  }

  /** The .torrent file as others get it. */
  torrentFile(metainfo: Metainfo): Uint8Array<ArrayBuffer> {
    return torrentFileOf(metainfo, this.passedOn(metainfo), this.webSeeds(metainfo))
  }

  /** With all that is known, whether it is passed on or not. */
  wholeTorrentFile(metainfo: Metainfo): Uint8Array<ArrayBuffer> {
    const trackers = [...this.trackers(metainfo), ...this.classicTrackers(metainfo)]
    return torrentFileOf(metainfo, trackers, this.#namedWebSeeds(metainfo))
  }
}
