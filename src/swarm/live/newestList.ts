import type { Milliseconds } from '../../core/brand.ts'
import {
  parseList,
  signedContent,
  splitSigned,
  type LiveChannel,
  type LiveList,
} from '../../wire/liveList.ts'
import type { LivePeer } from '../wireLive.ts'
import type { LivePublisher } from './livePublisher.ts'
import type { Viewer } from './viewer.ts'

interface NewestListOptions {
  readonly channel: LiveChannel
  readonly publisher: LivePublisher
  readonly viewers: ReadonlyMap<LivePeer, Viewer>
  /** How many of the viewers are to ask the publisher before this one for what follows a version. */
  readonly before: (version: number) => number
  readonly step: () => Milliseconds
  readonly paused: () => boolean
  readonly now: () => Milliseconds
  readonly closed: AbortSignal
  readonly changed: (list: LiveList) => void
  readonly greet: (viewer: Viewer) => void
}

/** After the publisher failed; longer each time. */
const AGAIN: Milliseconds = 500
const MOST_AGAIN: Milliseconds = 5000
/** A viewer who has a newer list and does not give it. */
const LIST_PATIENCE: Milliseconds = 1000

/** Lists of one viewer whose signatures are looked at at once. */
const MOST_VERIFYING = 4

const EMPTY = new Uint8Array()

/** The newest list of a channel: one of the viewers waits for the next at the publisher, and tells the others. */
export class NewestList {
  list: LiveList | null = null
  readonly #options: NewestListOptions
  #signed: Uint8Array<ArrayBuffer> = EMPTY
  readonly #waiting = new Set<() => void>()
  readonly #key: Promise<CryptoKey>
  #asked: { readonly version: number; readonly at: Milliseconds } = { version: 0, at: -Infinity }
  /** Of the publisher, one after the other. */
  #failures = 0
  /** Aborted when there is a newer one. */
  #turn = new AbortController()

  constructor(options: NewestListOptions) {
    this.#options = options
    this.#key = crypto.subtle.importKey('raw', options.channel.key, 'Ed25519', false, ['verify'])
    this.#key.catch(() => undefined)
    options.closed.addEventListener('abort', () => this.#wake(), { once: true })
    void this.#keepAsking()
  }

  /** The newest; or, as soon as there is one, a newer one than that version. */
  async after(version: number | null, signal: AbortSignal): Promise<LiveList> {
    const { closed } = this.#options
    for (;;) {
      signal.throwIfAborted()
      closed.throwIfAborted()
      const { list } = this
      if (list && (version === null || list.version > version || list.ended)) return list
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve)
        signal.addEventListener('abort', () => resolve(), { once: true })
      })
    }
  }

  /** A viewer says which is the newest that it has. */
  heardOf(viewer: Viewer, version: number): void {
    viewer.version = version
    const { now } = this.#options
    const isAsked = this.#asked.version === version && now() - this.#asked.at < LIST_PATIENCE
    if (version <= (this.list?.version ?? 0) || isAsked) return
    this.#asked = { version, at: now() }
    viewer.send({ kind: 'ask' })
  }

  give(viewer: Viewer): void {
    // Each is given once: it is long.
    if (!this.list || viewer.givenVersion >= this.list.version) return
    viewer.givenVersion = this.list.version
    viewer.send({ kind: 'list', signed: this.#signed })
  }

  /**
   * Takes what is said to be the newest, if it is: its signature is looked at once.
   *
   * @param from null for the publisher's own server
   */
  async take(signed: Uint8Array<ArrayBuffer>, from: Viewer | null): Promise<void> {
    const split = splitSigned(signed)
    const list = split && parseList(split.text)
    if (!split || list?.stream !== this.#options.channel.stream) {
      from?.peer.drop()
      return
    }
    if (list.version <= (this.list?.version ?? 0)) return
    // An honest viewer has said two by then at most.
    if (from && from.verifying >= MOST_VERIFYING) {
      from.peer.drop()
      return
    }
    if (from) from.verifying++
    const content = signedContent(split.text)
    const isTrue = await crypto.subtle.verify('Ed25519', await this.#key, split.signature, content)
    if (from) from.verifying--
    if (!isTrue) {
      from?.peer.drop()
      return
    }
    if (list.version <= (this.list?.version ?? 0) || this.#options.closed.aborted) return
    this.list = list
    this.#signed = signed
    this.#failures = 0
    for (const viewer of this.#options.viewers.values()) {
      // Who has it from the publisher hands it round; else each says that there is one, and gives it to who asks.
      if (!from && viewer.version < list.version) this.give(viewer)
      else if (viewer !== from) this.#options.greet(viewer)
    }
    this.#turn.abort()
    this.#turn = new AbortController()
    this.#options.changed(list)
    this.#wake()
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve()
    this.#waiting.clear()
  }

  async #keepAsking(): Promise<void> {
    const { publisher, closed, before, step, paused } = this.#options
    while (!closed.aborted && !this.list?.ended) {
      const signal = AbortSignal.any([closed, this.#turn.signal])
      const { list } = this
      const others = list ? before(list.version) : 0
      // Those before this one have the time of a segment to hear of the next, and half of one each to tell.
      if (list && others > 0) await pause((2 + others) * step(), signal)
      if (signal.aborted) continue
      if (paused()) {
        await pause(AGAIN, signal)
        continue
      }
      try {
        const signed = await publisher.list(list?.version ?? null, signal)
        if (signed) await this.take(signed, null)
        else this.#failures = 0
        // What it says is not what its own key has signed, or not new.
        if (signed && this.list?.version === list?.version) throw new Error('live-publisher-false')
      } catch {
        // Settles at once where there is a newer list by now.
        await pause(Math.min(MOST_AGAIN, AGAIN * 2 ** this.#failures++), signal)
      }
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve()
      return
    }
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
