import { createSubscriber } from 'svelte/reactivity'
import { chosenFiles } from '../core/fileSelection.ts'
import type { InfoHash } from '../core/infoHash.ts'
import type { Invitation } from '../core/invitation.ts'
import type { ShareLimits } from '../core/limits.ts'
import type { SealTerms } from '../swarm/engineApi.ts'
import type { ShareSnapshot } from '../swarm/snapshot.ts'
import type { LazyEngine } from './lazyEngine.svelte.ts'
import type { Navigation } from './navigation.svelte.ts'
import type { Notes } from './notes.svelte.ts'
import { Removals } from './removals.svelte.ts'
import type { Saving } from './saving.svelte.ts'

interface Around {
  readonly engine: LazyEngine
  readonly navigation: Navigation
  readonly notes: Pick<Notes, 'forget' | 'join'>
  readonly saving: Pick<Saving, 'whenHere' | 'forget'>
  readonly storage: Storage | null
}

/** The shares of this page, over the engine's snapshots. */
export class Shares {
  readonly #engine: LazyEngine
  readonly #navigation: Navigation
  readonly #removals: Removals
  readonly #notes: Around['notes']
  readonly #saving: Around['saving']
  readonly #follow = createSubscriber((changed) => this.#engine.current?.subscribe(changed))

  /** Newest first, as the engine tells them. */
  readonly list: readonly ShareSnapshot[] = $derived.by(() => {
    const engine = this.#engine.current
    if (!engine) return []
    this.#follow()
    return engine.shares().filter((share) => !this.#removals.has(share))
  })

  /** The share that the address names; null on the home view and while it is still being opened. */
  readonly current: ShareSnapshot | null = $derived.by(() => {
    const { route } = this.#navigation
    if (route.kind === 'local') return this.list.find((share) => share.id === route.id) ?? null
    if (route.kind !== 'invitation') return null
    return this.list.find((share) => share.infoHash === route.invitation.infoHash) ?? null
  })

  readonly others: readonly ShareSnapshot[] = $derived(
    this.list.filter((share) => share.id !== this.current?.id),
  )

  /** Why leaving the page now would hurt somebody; null when it would not. */
  readonly reasonToStay: ReasonToStay | null = $derived(
    this.list.map(reasonToStay).find((reason) => reason !== null) ?? null,
  )

  constructor({ engine, navigation, notes, saving, storage }: Around) {
    this.#engine = engine
    this.#notes = notes
    this.#navigation = navigation
    this.#saving = saving
    this.#removals = new Removals({
      engine,
      storage,
      remove: ({ id, infoHash }) => this.#removeNow(id, infoHash),
    })
  }

  /** Opens what a link asks for. What is here already learns the link's trackers, and its files until it is begun. */
  async open(invitation: Invitation): Promise<void> {
    const engine = await this.#engine.get()
    await this.settle()
    const { infoHash } = invitation
    const review = invitation.review ?? this.#navigation.secret.of(infoHash)
    // First, and not by the engine: what is written from now on is private, and nobody else hears of its secret.
    if (review) {
      await this.#notes.join(infoHash, review)
      this.#navigation.secret.used(infoHash, review)
    }
    const present = engine.shares().some((share) => share.infoHash === infoHash)
    const tellsMore = invitation.trackers.length > 0 || invitation.files !== null || invitation.key !== null
    if (!present || tellsMore) engine.open({ ...invitation, review: null })
  }

  /**
   * Somebody brought a link that chooses files (BEP 53) of a share that is being fetched: these are fetched as well.
   * Not for the page's own address, which would choose them again at each reload.
   */
  wantFiles({ infoHash, files }: Invitation): void {
    const share = this.list.find((each) => each.infoHash === infoHash)
    if (!share || share.mine || share.state === 'ready') return
    const wanted = share.files.filter((file) => file.wanted).map((file) => file.index)
    const chosen = chosenFiles(files, share.files, wanted)
    if (chosen) this.#engine.current?.want(share.id, chosen)
  }

  contact(id: string, hosts: readonly string[]): void {
    this.#engine.current?.contact(id, hosts)
  }

  passOn(id: string, passesOn: boolean): void {
    this.#engine.current?.passOn(id, passesOn)
  }

  async keepCopy(id: string): Promise<void> {
    await this.#engine.current?.keepCopy(id)
  }

  /** Makes a sealed share of an open one that nobody has fetched, or the other way round, and goes there. */
  reseal(id: string, sealed: boolean, terms: SealTerms): void {
    const next = this.#engine.current?.reseal(id, sealed, terms) ?? null
    if (next !== null && this.current?.id === id) this.#navigation.toLocal(next)
  }

  /** Rejects for a wrong password. */
  async unlock(id: string, password: string): Promise<void> {
    await this.#engine.current?.unlock(id, password)
  }

  rename(id: string, name: string): void {
    this.#engine.current?.rename(id, name)
  }

  async download(share: ShareSnapshot): Promise<void> {
    // First: a small share is here before the next line would be.
    this.#saving.whenHere(share)
    try {
      await this.#engine.current?.download(share.id)
    } catch (error) {
      this.#saving.forget(share.infoHash)
      throw error
    }
  }

  async addWebSeed(id: string, address: string): Promise<void> {
    await this.#engine.current?.addWebSeed(id, address)
  }

  want(id: string, files: ReadonlySet<number>): void {
    this.#engine.current?.want(id, files)
  }

  limit(id: string, limits: ShareLimits): void {
    this.#engine.current?.limitShare(id, limits)
  }

  pause(id: string): void {
    this.#engine.current?.pause(id)
  }

  resume(id: string): void {
    this.#engine.current?.resume(id)
  }

  /** Opens a share's own files again, through what the browser remembers of them; within a click. */
  async wake(id: string): Promise<void> {
    await this.#engine.current?.wake(id, null)
  }

  retry(id: string): void {
    this.#engine.current?.retry(id)
  }

  async remove(id: string): Promise<void> {
    // Away from its page first: its address would open it again.
    if (this.current?.id === id) this.#navigation.home()
    const infoHash = this.list.find((share) => share.id === id)?.infoHash ?? null
    await this.#removeNow(id, infoHash)
  }

  /**
   * As {@link remove}, but a little later: until then it is out of sight, and can be {@link keep}t.
   *
   * @param failed told why, should it not be possible in the end
   */
  removeSoon(share: ShareSnapshot, failed: (error: unknown) => void): void {
    if (this.current?.id === share.id) this.#navigation.home()
    this.#removals.hold(share, failed)
  }

  /** It was to be removed soon, and is not. */
  keep(share: ShareSnapshot): void {
    this.#removals.undo(share)
  }

  /** What was to be removed soon is gone after this. */
  async settle(): Promise<void> {
    await this.#removals.settle()
  }

  async #removeNow(id: string, infoHash: InfoHash | null): Promise<void> {
    this.#saving.forget(infoHash)
    await this.#engine.current?.remove(id)
    // Only now are its connections gone, that would bring them back. One that was being woken is still there.
    const stays = this.#engine.current?.shares().some((share) => share.id === id) ?? true
    if (infoHash && !stays) await this.#notes.forget(infoHash)
  }

  /** A finished file, to be looked at. */
  async fileBlob(id: string, fileIndex: number): Promise<Blob> {
    const engine = await this.#engine.get()
    return engine.fileBlob(id, fileIndex)
  }

  torrentFile(id: string): Uint8Array<ArrayBuffer> | null {
    return this.#engine.current?.torrentFile(id) ?? null
  }
}

type ReasonToStay = 'preparing' | 'downloading' | 'giving'

function reasonToStay(share: ShareSnapshot): ReasonToStay | null {
  if (share.state === 'hashing') return 'preparing'
  if (share.state === 'downloading') return 'downloading'
  if (share.state !== 'seeding') return null
  const fetching = share.peers.filter((peer) => peer.progress < 1)
  const onlyHere = share.peers.length === fetching.length
  // Somebody may want only some of the files and stay below 1 for ever: then it counts only if it still flows.
  const hurt = fetching.some((peer) => peer.giveRate > 0) || (fetching.length > 0 && onlyHere)
  return hurt ? 'giving' : null
}
