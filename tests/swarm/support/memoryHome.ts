import { configWithout, freeDial } from '../../../server/peer/alone.ts'
import { hashPieces } from '../../../server/peer/hashPieces.ts'
import type { Disk } from '../../../src/storage/disk.ts'
import type { Library, LibraryDraft, LibraryEntry, LibraryProgress } from '../../../src/storage/library.ts'
import { webSha1 } from '../../../src/storage/verifiedReads.ts'
import type { LocalFile } from '../../../src/swarm/engineApi.ts'
import { NOTHING_HANDED_OVER } from '../../../src/swarm/handedOver.ts'
import type { Home } from '../../../src/swarm/home.ts'
import type { ShareEngine } from '../../../src/swarm/shareEngine.ts'
import type { ShareSnapshot, ShareState } from '../../../src/swarm/snapshot.ts'
import { startEngine } from '../../../src/swarm/startEngine.ts'
import { readTorrent } from '../../../src/swarm/torrentReading.ts'
import type { SealedPolicy } from '../../../src/wire/siteConfig.ts'
import { StubConnection } from './stubConnection.ts'

/** To a tracker that never answers. */
export class SilentSocket {
  static readonly OPEN = 1
  readonly readyState = 0
  close(): void {
    // It was never open.
  }
}

/** A library that is gone with the test. */
export class MemoryLibrary implements Library {
  readonly entries = new Map<string, LibraryEntry>()
  readonly progress = new Map<string, LibraryProgress>()
  readonly #drafts = new Map<string, LibraryDraft>()

  async all() {
    return [...this.entries.values()].map((entry) => ({
      entry,
      progress: this.progress.get(entry.infoHash) ?? null,
    }))
  }

  async put(entry: LibraryEntry): Promise<void> {
    this.entries.set(entry.infoHash, entry)
  }

  async putProgress(infoHash: string, progress: LibraryProgress): Promise<void> {
    this.progress.set(infoHash, progress)
  }

  async delete(infoHash: string): Promise<void> {
    this.entries.delete(infoHash)
    this.progress.delete(infoHash)
  }

  async drafts(): Promise<readonly LibraryDraft[]> {
    return [...this.#drafts.values()]
  }

  async putDraft(draft: LibraryDraft): Promise<void> {
    this.#drafts.set(draft.id, draft)
  }

  async deleteDraft(id: string): Promise<void> {
    this.#drafts.delete(id)
  }
}

/** A home of the engine that reaches nobody; what it keeps outlives an engine. */
export class MemoryHome {
  readonly library = new MemoryLibrary()
  /** What the site wants. */
  sealed: SealedPolicy = 'offered'
  /** Null for memory. */
  disk: Disk | null = null
  /** Whether kept files can be opened again: at once, if one is asked, or not at all. */
  opens: 'at once' | 'asked' | 'never' = 'at once'
  /** What hashing waits for. */
  hashing: Promise<unknown> = Promise.resolve()
  readonly #files = new Map<string, File>()
  readonly #engines: ShareEngine[] = []

  /** A file that the user has, and that can be opened again. */
  file(name: string, content: string): LocalFile {
    const file = new File([content], name, { lastModified: 1 })
    this.#files.set(name, file)
    return { file, path: [name], handle: { kind: 'file', name } }
  }

  /** Starts an engine with what the last one has kept. */
  async start(): Promise<ShareEngine> {
    const ended = new AbortController()
    const engine = await startEngine(this.#home(), {
      config: {
        ...configWithout('http://site.example/', 'ws://site.example/announce'),
        sealed: this.sealed,
      },
      askConfig: () => Promise.reject(new Error('The site does not answer.')),
      member: { passkey: () => null, excluded: () => undefined },
      dial: freeDial(),
      notes: () => ({
        isSociable: false,
        onSociable: () => () => undefined,
        joined: () => undefined,
        left: () => undefined,
        received: () => undefined,
      }),
      ended: ended.signal,
    })
    this.#engines.push(engine)
    await engine.restore(NOTHING_HANDED_OVER)
    return engine
  }

  /** Ends what a test has left. */
  async end(): Promise<void> {
    await Promise.all(this.#engines.map((engine) => engine.close()))
  }

  #home(): Home {
    return {
      connect: () => StubConnection.connect(),
      disk: this.disk,
      room: {
        estimate: () => Promise.resolve({}),
        persist: () => Promise.resolve(false),
        persisted: () => Promise.resolve(false),
      },
      machine: () => ({ cores: null, memory: null, line: null }),
      library: this.library,
      classic: null,
      openKept: async (files, ask) => {
        if (this.opens === 'never' || (this.opens === 'asked' && !ask)) return null
        return files.flatMap(({ handle }) => this.#files.get(handle?.name ?? '') ?? [])
      },
      hashPieces: async (files, options) => {
        await this.hashing
        options.signal.throwIfAborted()
        return hashPieces(files, options)
      },
      sha1: webSha1,
      readTorrent,
    }
  }
}

/** Settles when the only share of an engine is in a state. */
export function reaches(engine: ShareEngine, state: ShareState): Promise<ShareSnapshot> {
  return new Promise((resolve) => {
    const look = () => {
      const share = engine.shares().find((each) => each.state === state)
      if (!share) return
      stop()
      resolve(share)
    }
    const stop = engine.subscribe(look)
    look()
  })
}
