import { parsePasted, type PastedLink } from '../core/pasted.ts'
import { shareNameOf, textNameOf } from '../core/shareName.ts'
import type { LocalFile } from '../swarm/engineApi.ts'
import { fetchTorrent } from '../swarm/fetchTorrent.ts'
import type { Doors } from './doors.svelte.ts'
import { measure, type Brought } from './incomingFiles.ts'
import type { LazyEngine } from './lazyEngine.svelte.ts'
import type { Membership } from './membership.svelte.ts'
import { faultOf, type Fault } from './faults.ts'
import type { Navigation } from './navigation.svelte.ts'
import type { IntakeProblem } from './notices.ts'
import { StateError } from './problems.ts'
import type { Sealing } from './sealing.svelte.ts'
import type { Shares } from './shares.svelte.ts'
import type { Toasts } from './toasts.svelte.ts'

/** Larger files that end in .torrent are no such thing, and are not read into memory to find out. */
const MAX_TORRENT_BYTES = 32_000_000

/** What is pasted is copied without a word up to this size: more than that is a file, which is somewhere. */
const MOST_COPIED = 64_000_000

interface IntakeDeps {
  doors: Pick<Doors, 'closed'>
  engine: LazyEngine
  shares: Shares
  navigation: Navigation
  membership: Membership
  toasts: Toasts
  sealing: Pick<Sealing, 'choice' | 'takeTerms'>
}

/** Takes in whatever people bring: files, folders, .torrent files, links, magnets, hashes, addresses. */
export class Intake {
  /** Something was brought and is being looked at. */
  busy = $state(false)
  readonly #deps: IntakeDeps

  constructor(deps: IntakeDeps) {
    this.#deps = deps
  }

  /** What was dropped, chosen or pasted together becomes one share; a .torrent file alone is opened. */
  async files({ files, leftOut }: Brought, arePasted = false): Promise<void> {
    if (this.#isClosed()) return
    const [first] = files
    if (!first) {
      this.#deps.toasts.alarm(
        leftOut.length > 0 ? { code: 'files-withheld', names: leftOut } : { code: 'folder-empty' },
      )
      return
    }
    if (
      files.length === 1 &&
      leftOut.length === 0 &&
      first.path.length === 1 &&
      /\.torrent$/i.test(first.file.name)
    ) {
      await this.#torrentFile(first)
    } else {
      await this.shareThem(files, leftOut, arePasted && sizeOf(files) <= MOST_COPIED)
    }
  }

  /**
   * Shares the files as they are, whatever they are.
   *
   * @param keepsCopy they are nowhere else, so that they could not be chosen again after a reload
   */
  async shareThem(
    files: readonly LocalFile[],
    leftOut: readonly string[] = [],
    keepsCopy = false,
  ): Promise<void> {
    await this.#attempt(
      async () => {
        const engine = await this.#deps.engine.claim()
        await this.#deps.shares.settle()
        await measure(files)
        const named = shareNameOf(files.map((file) => file.path))
        const { sealing } = this.#deps
        const { choice } = sealing
        const id = engine.addFiles(files, named, {
          leftOut,
          keepsCopy,
          ...(choice !== null && { sealed: choice }),
          terms: sealing.takeTerms(),
        })
        this.#deps.navigation.toLocal(id)
      },
      () => void this.shareThem(files, leftOut, keepsCopy),
    )
  }

  /**
   * Opens what somebody typed or pasted.
   *
   * @returns what is wrong with it; null when it was opened
   */
  async text(text: string): Promise<IntakeProblem | null> {
    if (this.#deps.membership.take(text)) return null
    const pasted = parsePasted(text)
    if (pasted.kind === 'unknown') return pasted.problem
    this.busy = true
    try {
      if (pasted.kind === 'several') return await this.#openAll(pasted.links, pasted.left)
      await this.#openLink(pasted)
      return null
    } catch (error) {
      return faultOf(error)
    } finally {
      this.busy = false
    }
  }

  /**
   * Takes in what was pasted on the page, and not into a field: links are opened, words become a share of their own.
   *
   * @param byHand false where another site may have sent it: then no words are shared unasked
   */
  async pasted(text: string, byHand = true): Promise<void> {
    const asText = () => this.#shareText(text)
    const parsed = parsePasted(text)
    // One word alone may be a password, or a part of a link: that is asked about first.
    if (byHand && parsed.kind === 'unknown' && parsed.words && /\S\s+\S/.test(text)) return asText()
    const problem = await this.text(text)
    if (problem === null) return
    this.#deps.toasts.alarm({ code: 'paste-not-opened', problem }, [
      { code: 'share-as-text', run: () => void asText() },
    ])
  }

  async #shareText(text: string): Promise<void> {
    if (this.#isClosed()) return
    const name = textNameOf(text)
    const file = new File([text], name, { type: 'text/plain' })
    await this.shareThem([{ file, path: [name] }], [], true)
  }

  /** Whether nothing can be sent from here, which is said then. */
  #isClosed(): boolean {
    const { closed } = this.#deps.doors
    if (closed !== null) this.#deps.toasts.alarm({ code: closed })
    return closed !== null
  }

  async #openLink(link: PastedLink): Promise<void> {
    const { engine, shares, navigation } = this.#deps
    if (link.kind === 'torrent-url') {
      await this.#openTorrent(await fetchTorrent(link.url))
      return
    }
    await engine.claim()
    await shares.open(link.invitation)
    shares.wantFiles(link.invitation)
    navigation.toInvitation(link.invitation)
  }

  /** One share each, in a list at home. Answers what is wrong with those that could not be opened, if any. */
  async #openAll(links: readonly PastedLink[], left: number): Promise<IntakeProblem | null> {
    const faults: Fault[] = []
    // The newest share is the first of the list.
    for (const link of links.toReversed()) {
      await this.#openLink(link).catch((error: unknown) => faults.push(faultOf(error)))
    }
    const { navigation, toasts } = this.#deps
    const opened = links.length - faults.length
    if (opened > 0) {
      navigation.home()
      toasts.calm({ code: 'links-opened', count: opened, left })
    }
    const [fault] = faults
    return fault ? { code: 'links-not-opened', count: faults.length, of: links.length, fault } : null
  }

  async #torrentFile(local: LocalFile): Promise<void> {
    this.busy = true
    try {
      if (local.file.size > MAX_TORRENT_BYTES) throw new StateError({ code: 'torrent-file-too-large' })
      await this.#openTorrent(new Uint8Array(await local.file.arrayBuffer()))
    } catch (error) {
      const { name } = local.file
      this.#deps.toasts.alarm({ code: 'torrent-not-opened', name, fault: faultOf(error) }, [
        { code: 'share-the-file', run: () => void this.shareThem([local]) },
      ])
    } finally {
      this.busy = false
    }
  }

  async #openTorrent(bytes: Uint8Array): Promise<void> {
    const engine = await this.#deps.engine.claim()
    await this.#deps.shares.settle()
    const id = await engine.openTorrentFile(bytes)
    const infoHash = engine.shares().find((share) => share.id === id)?.infoHash
    if (infoHash) this.#deps.navigation.toInfoHash(infoHash)
    else this.#deps.navigation.toLocal(id)
  }

  async #attempt(work: () => Promise<void>, again: () => void): Promise<void> {
    this.busy = true
    try {
      await work()
    } catch (error) {
      // The files are kept for the next attempt: nobody should have to pick them twice.
      this.#deps.toasts.alarm(faultOf(error), [{ code: 'try-again', run: again }])
    } finally {
      this.busy = false
    }
  }
}

function sizeOf(files: readonly LocalFile[]): number {
  return files.reduce((sum, { file }) => sum + file.size, 0)
}
