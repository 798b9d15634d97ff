import type { Invitation } from '../core/invitation.ts'
import type { Bytes, Milliseconds } from '../core/brand.ts'
import type { PageLimits, ShareLimits } from '../core/limits.ts'
import type { InfoHash } from '../core/infoHash.ts'
import type { LiveChannel, LiveList } from '../wire/liveList.ts'
import type { Handle } from '../storage/library.ts'
import type { FileReading } from './fileReading.ts'
import type { PlayState } from './shareReadings.ts'
import type { ShareSnapshot } from './snapshot.ts'

/** One of the user's own files with its place below what was dropped or chosen. */
export interface LocalFile {
  readonly file: File
  /** Folder names and the file's own; one element for a file chosen alone. */
  readonly path: readonly string[]
  /** Opens the file again after a reload, where the home gives such handles. */
  readonly handle?: Handle | null
  /** The dropped folder that it is in: leave to read that covers the file. */
  readonly folder?: Handle | null
}

export interface AddOptions {
  /** See {@link ShareSnapshot.leftOut}. */
  readonly leftOut?: readonly string[]
  /** See {@link Engine.keepCopy}: as soon as there is a link, if there is room. */
  readonly keepsCopy?: boolean
  /** Only who has the link is to read them; unsaid, as the site has it. */
  readonly sealed?: boolean
  /** If it is sealed. */
  readonly terms?: SealTerms
}

/** What a sealed share asks of those who have its link. */
export interface SealTerms {
  /** Needed beside the link; null for none. */
  readonly password: string | null
  /** When every honest page stops serving it, and deletes what it has of it: since 1970. Null for never. */
  readonly endsAt: Milliseconds | null
}

/** What moves of a sealed share, to be put on a web server: see {@link Engine.sealedFile}. */
export interface SealedCopy {
  readonly size: Bytes
  readonly stream: ReadableStream<Uint8Array>
}

export const NO_TERMS: SealTerms = { password: null, endsAt: null }

/** What this browser keeps for the site. */
export interface SpaceSnapshot {
  readonly used: Bytes
  /** How much there may be in all. */
  readonly quota: Bytes
  /** Whether the browser has promised not to clear it by itself when the disk gets full. */
  readonly persisted: boolean
  /** Data of shares that are in the library no more, as a crash in the middle of a removal leaves it. */
  readonly leftovers: Bytes
}

/** A live channel, as somebody watches it. */
export interface LiveWatch {
  /** The newest list of what it shows; or, once there is one, a newer one than that version. */
  list(after: number | null, signal: AbortSignal): Promise<LiveList>
  /** A part that the list tells of, when it is here whole. Rejects when it is to be had no more. */
  part(id: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>
  close(): void
}

/**
 * All that the page may ask of the swarm. Ids are {@link ShareSnapshot.id}. Methods that answer a promise reject with
 * an error that says why by a code (see `problems.ts`); the others ignore an id that is gone.
 */
export interface Engine {
  shares(): readonly ShareSnapshot[]
  /**
   * Calls back after changes, at most five times a second, and while nobody looks at the page little more than whenever
   * a share gets on to something else; returns the way to stop.
   */
  subscribe(changed: () => void): () => void

  /** Starts hashing at once and returns the new share's id. */
  addFiles(files: readonly LocalFile[], name: string, options?: AddOptions): string
  /** Opens a link, magnet or info hash; returns the id of the new or the already present share. */
  open(invitation: Invitation): string
  /** Opens the bytes of a .torrent file. Rejects when they are not one. */
  openTorrentFile(bytes: Uint8Array): Promise<string>

  /** Contacts these of the hosts that a link names; see {@link ShareSnapshot.contacts}. */
  contact(id: string, hosts: readonly string[]): void
  /** Whether the share's link names the trackers of others. */
  passOn(id: string, passesOn: boolean): void

  /**
   * Copies the user's own files to the home's disk: the share then needs nothing after a reload. Rejects when there is
   * no room, or a file was changed.
   */
  keepCopy(id: string): Promise<void>

  /**
   * Seals a share that nobody has fetched yet (see {@link ShareSnapshot.isUnfetched}), or shares it openly again: it
   * becomes another share, whose id is answered, and the old one is removed. Null where that cannot be.
   */
  reseal(id: string, sealed: boolean, terms: SealTerms): string | null

  /** Tries a password, where {@link ShareSnapshot.seal} asks for one. Rejects when it is a wrong one. */
  unlock(id: string, password: string): Promise<void>

  /** Renames a share that is still `hashing`: afterwards the name is part of the info hash. */
  rename(id: string, name: string): void
  /** The click on Download, in state `ready`. Rejects early when the browser has no room for it. */
  download(id: string): Promise<void>
  /** Names an HTTP copy (BEP 19) in the share's link from now on. Rejects unless it is one that pages can use. */
  addWebSeed(id: string, address: string): Promise<void>
  /** Chooses which files to fetch, by index. */
  want(id: string, files: ReadonlySet<number>): void
  /** What all shares together may take of the user's line, and how many connections there may be. */
  limit(limits: PageLimits): void
  /** People talk to each other on this page: for some seconds what they say finds a short queue on the line. */
  talked(): void
  limitShare(id: string, limits: ShareLimits): void
  pause(id: string): void
  resume(id: string): void
  /**
   * Wakes a share that is `asleep`: with its files chosen again, or, without any, through the kept handles
   * (only within a click: the browser asks the user).
   */
  wake(id: string, files: readonly LocalFile[] | null): Promise<void>
  /** Tries again from `failed`. */
  retry(id: string): void
  /** Ends a share and deletes what was fetched of it. The user's own files are never touched. */
  remove(id: string): Promise<void>

  /** The .torrent file's bytes. */
  torrentFile(id: string): Uint8Array<ArrayBuffer> | null
  /** What the browser keeps for the site; null where it does not tell. */
  space(): Promise<SpaceSnapshot | null>
  /** Deletes {@link SpaceSnapshot.leftovers}. */
  deleteLeftovers(): Promise<void>

  /** How far the visitor takes part was changed: what the engine was given to ask for it answers otherwise now. */
  dialChanged(): void
  /** The member's passkey is another one now: asks the site's tracker anew. */
  passkeyChanged(): void

  /** A finished file, backed by disk where the store is. */
  fileBlob(id: string, fileIndex: number): Promise<Blob>
  /** The same as it is read, to be saved: what is sealed is opened in memory, bit by bit. */
  fileStream(id: string, fileIndex: number): Promise<ReadableStream<Uint8Array>>
  /** What moves of a share that is sealed, and here whole: a copy of it on a web server is that. */
  sealedFile(id: string): Promise<SealedCopy>
  /**
   * Reads a file while it arrives: what is read comes first, and is fetched even if the file is not wanted, which it
   * is no more for that. Null when no share that is being fetched or served here has it.
   */
  read(infoHash: InfoHash, fileIndex: number): FileReading | null
  /** How the file is being played, told once a second or so; null: no more. */
  playing(id: string, fileIndex: number, state: PlayState | null): void
  /** Watches the live channel that a share's file names. Rejects where the share is in no swarm. */
  watchLive(id: string, channel: LiveChannel): Promise<LiveWatch>
}
