import type { Milliseconds } from '../../core/brand.ts'
import type { InfoHash } from '../../core/infoHash.ts'
import { Silence } from './silence.ts'
import { serialiseClientMessage } from '../../wire/serialiseTracker.ts'
import { parseTrackerMessage } from '../../wire/parseTracker.ts'
import type { ClientMessage, TrackerMessage } from '../../wire/trackerMessages.ts'

const FIRST_RETRY: Milliseconds = 1000
const LONGEST_RETRY: Milliseconds = 60_000
/** A tracker that goes is lost to all its pages in the same instant: they come back over this long a time. */
const RETURN_SPREAD: Milliseconds = 8_000

/** The tracker's code for closing the socket of somebody who is no member. */
const NO_MEMBER = 4401

/** After so many failures the wait is the longest. */
const MOST_FAILURES = Math.ceil(Math.log2(LONGEST_RETRY / FIRST_RETRY))

/** A socket that is not open by then is given up: some networks swallow WebSockets without a word. */
const OPEN_TIMEOUT: Milliseconds = 10_000

/** One that was being opened for so long when the line changed is opened anew: its packets may have gone the old way. */
const OPENING_IN_VAIN: Milliseconds = 3_000

/** A line that was lost is tried again this often, for so long. Few pages share a line, so no tracker is besieged. */
const LINE_RETRY: Milliseconds = 2_000
const LINE_PATIENCE: Milliseconds = 10 * 60_000

/** A socket that no swarm uses, though one may soon, is kept for so long. */
const KEPT_FOR: Milliseconds = 10 * 60_000

/** How one tracker is doing, for the page to tell. */
export type TrackerStatus =
  { kind: 'connecting' } | { kind: 'open' } | { kind: 'unreachable'; retryAt: Milliseconds }

/** What a swarm's announcer wants to hear from its tracker. */
export interface TrackerListener {
  /** The socket is open, for the first time or again: announce. */
  opened(): void
  /** A message about this swarm. */
  received(message: TrackerMessage): void
  /** Nothing has been heard of the tracker for long: say something that it answers. */
  probe(): void
  /** The tracker serves members alone, and this page is none, or no longer. */
  excluded(): void
  /** The status changed. */
  changed(): void
}

export interface TrackerConnectionOptions {
  readonly openSocket: (url: string) => WebSocket
  readonly now: () => Milliseconds
  /** 0…1, for the jitter that keeps a thousand pages from coming back in the same instant. */
  readonly random: () => number
  /** A tracker serves members alone, and this page is none, or no longer. */
  readonly excluded: (url: string) => void
}

/**
 * One WebSocket to one tracker, shared by every swarm that announces there. Comes back by itself: when a socket
 * that was open is lost, or has gone silent, within a few seconds that chance decides; when it cannot be opened or
 * nothing ever comes over it, after 1 s, then twice as long each time up to a minute. When this page's own line may
 * have changed ({@link check}), the socket is replaced within seconds unless it proves to be alive.
 */
export class TrackerConnection {
  readonly url: string
  status: TrackerStatus = { kind: 'connecting' }

  readonly #options: TrackerConnectionOptions
  readonly #listeners = new Map<InfoHash, TrackerListener>()
  readonly #ended = new AbortController()
  #socket: WebSocket | null = null
  #retry: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  /** Of the socket that is open. */
  #silence: Silence | null = null
  #silenceTimer: ReturnType<typeof setTimeout> | undefined
  /** Of the socket that is not open yet. */
  #openingSince: Milliseconds = 0
  /** Since when no swarm uses it. */
  #idleSince: Milliseconds
  /** This page's own line was lost, and is tried again and again until then. */
  #lineTriedUntil: Milliseconds = -Infinity

  constructor(url: string, options: TrackerConnectionOptions) {
    this.url = url
    this.#options = options
    this.#idleSince = options.now()
    this.#open()
  }

  get idle(): boolean {
    return this.#listeners.size === 0
  }

  /** Nobody uses it, and it is not open any more. */
  get isSpent(): boolean {
    return this.idle && this.status.kind === 'unreachable'
  }

  add(infoHash: InfoHash, listener: TrackerListener): void {
    this.#listeners.set(infoHash, listener)
    if (this.status.kind !== 'open') return
    // Not within this call: who joins has yet to be given the connection.
    queueMicrotask(() => {
      if (this.#listeners.get(infoHash) === listener) listener.opened()
    })
  }

  remove(infoHash: InfoHash): void {
    this.#listeners.delete(infoHash)
    if (this.idle) this.#idleSince = this.#options.now()
  }

  /** Sends if the socket is open; a message for a closed one is dropped, the next `opened` makes up for it. */
  send(message: ClientMessage): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return
    this.#socket.send(serialiseClientMessage(message))
    if (message.kind !== 'announce' || message.event === 'stopped') return
    this.#silence?.asked(this.#options.now())
    this.#watchSilence()
  }

  close(): void {
    this.#ended.abort()
    clearTimeout(this.#retry)
    clearTimeout(this.#silenceTimer)
    this.#socket?.close()
  }

  #open(): void {
    const { now, random } = this.#options
    let socket: WebSocket
    try {
      socket = this.#options.openSocket(this.url)
    } catch {
      // An address that is none, or an insecure one from a secure page.
      this.#retryLater()
      return
    }
    const before = this.#socket
    this.#socket = socket
    this.#openingSince = now()
    // It may still be opening: the line changed once more.
    before?.close()
    const timeout = setTimeout(() => socket.close(), OPEN_TIMEOUT)
    socket.onopen = () => {
      clearTimeout(timeout)
      this.#silence = new Silence(now())
      this.#watchSilence()
      this.#become({ kind: 'open' })
      for (const listener of [...this.#listeners.values()]) listener.opened()
    }
    socket.onmessage = (event: { readonly data: unknown }) => {
      if (this.#socket !== socket) return
      this.#failures = 0
      this.#lineTriedUntil = -Infinity
      this.#silence?.heard(now())
      const message = typeof event.data === 'string' ? parseTrackerMessage(event.data) : null
      if (message) this.#deliver(message)
    }
    socket.onclose = ({ code }) => {
      clearTimeout(timeout)
      if (this.#ended.signal.aborted || this.#socket !== socket) return
      this.#silence = null
      if (code === NO_MEMBER) this.#exclude()
      const isLost = this.status.kind === 'open' && code !== NO_MEMBER
      // Browsers close sockets when the line changes: then this page alone is to come back.
      if (isLost && now() >= this.#lineTriedUntil) this.#retryIn(FIRST_RETRY / 2 + random() * RETURN_SPREAD)
      else this.#retryLater()
    }
  }

  #retryLater(): void {
    const { now, random } = this.#options
    const jitter = 0.75 + random() / 2
    const longest = now() < this.#lineTriedUntil ? LINE_RETRY : LONGEST_RETRY
    this.#retryIn(Math.min(FIRST_RETRY * 2 ** this.#failures++, longest) * jitter)
  }

  #retryIn(wait: Milliseconds): void {
    clearTimeout(this.#retry)
    // For nobody it is not opened again: whoever needs it opens another.
    if (!this.idle) this.#retry = setTimeout(() => this.#open(), wait)
    this.#become({ kind: 'unreachable', retryAt: this.#options.now() + wait })
  }

  /** One timer for the connection: messages come far more often than it has to fire. */
  #watchSilence(): void {
    clearTimeout(this.#silenceTimer)
    const { now } = this.#options
    if (!this.#silence) return
    const wait = Math.max(0, this.#silence.due - now())
    this.#silenceTimer = setTimeout(() => {
      const verdict = this.#silence?.look(now())
      if (verdict === 'dead') this.#fellSilent()
      else if (verdict === 'ask') this.#probe()
      this.#watchSilence()
    }, wait)
  }

  #probe(): void {
    const [listener] = this.#listeners.values()
    const now = this.#options.now()
    if (listener) listener.probe()
    else if (now - this.#idleSince < KEPT_FOR) this.send({ kind: 'scrape', infoHashes: [] })
    else this.#socket?.close()
    this.#silence?.asked(now)
  }

  /** Closing it properly would take a word of the other side: it is left behind. */
  #fellSilent(): void {
    const [socket, silence] = [this.#socket, this.#silence]
    this.#socket = null
    this.#silence = null
    socket?.close()
    // A tracker that opens sockets and says nothing is as good as one that opens none.
    if (silence?.isUnbroken) this.#retryLater()
    else if (silence?.isDoubted) this.#openNow()
    else this.#retryIn(FIRST_RETRY / 2 + this.#options.random() * RETURN_SPREAD)
  }

  /** Opens the socket anew, as when its address holds another passkey now. */
  reopen(): void {
    const socket = this.#socket
    this.#socket = null
    this.#silence = null
    socket?.close()
    this.#openNow()
  }

  /** This page's line may be another one by now, or have been away: whether the socket still works is to be seen soon. */
  check(): void {
    const now = this.#options.now()
    this.#lineTriedUntil = now + LINE_PATIENCE
    if (this.status.kind === 'open') {
      this.#probe()
      this.#silence?.doubted(now)
      this.#watchSilence()
    } else if (this.status.kind === 'unreachable' || now - this.#openingSince > OPENING_IN_VAIN) {
      this.#openNow()
    }
  }

  #openNow(): void {
    clearTimeout(this.#retry)
    this.#failures = 0
    this.#become({ kind: 'connecting' })
    this.#open()
  }

  /** Asking again and again would not make a member of anybody: at the longest interval that there is. */
  #exclude(): void {
    this.#failures = MOST_FAILURES
    // Whoever asked for nothing was refused nothing.
    if (this.idle) return
    for (const listener of [...this.#listeners.values()]) listener.excluded()
    this.#options.excluded(this.url)
  }

  #deliver(message: TrackerMessage): void {
    // Scrapes are never asked for here, and a failure that names no swarm is about the connection as a whole.
    if (message.kind === 'scrape') return
    if (message.infoHash) this.#listeners.get(message.infoHash)?.received(message)
    else for (const listener of [...this.#listeners.values()]) listener.received(message)
  }

  #become(status: TrackerStatus): void {
    this.status = status
    for (const listener of [...this.#listeners.values()]) listener.changed()
  }
}

/** The trackers in use, one connection for each URL. */
export class TrackerPool {
  readonly #connections = new Map<string, TrackerConnection>()
  readonly #options: TrackerConnectionOptions
  /** To be open before any swarm needs it, and after. */
  #kept: string | null = null

  constructor(options: TrackerConnectionOptions) {
    this.#options = options
  }

  /** Opens the socket to a tracker that is about to be needed: that takes two round trips. Nobody is announced by that. */
  keep(url: string): void {
    this.#kept = url
    this.#open(url)
  }

  /** Closes sockets that no swarm needs. */
  rest(): void {
    this.#kept = null
    for (const url of [...this.#connections.keys()]) this.#closeIfIdle(url)
  }

  /** Joins a swarm's listener to a tracker; returns the connection to send by. */
  join(url: string, infoHash: InfoHash, listener: TrackerListener): TrackerConnection {
    const connection = this.#open(url)
    connection.add(infoHash, listener)
    return connection
  }

  /** Opens the socket to a tracker anew, if there is one. */
  reopen(url: string): void {
    this.#connections.get(url)?.reopen()
  }

  /** See {@link TrackerConnection.check}. */
  check(): void {
    for (const connection of this.#connections.values()) connection.check()
  }

  leave(url: string, infoHash: InfoHash): void {
    this.#connections.get(url)?.remove(infoHash)
    if (url !== this.#kept) this.#closeIfIdle(url)
  }

  #open(url: string): TrackerConnection {
    const present = this.#connections.get(url)
    if (present && !present.isSpent) return present
    present?.close()
    const connection = new TrackerConnection(url, this.#options)
    this.#connections.set(url, connection)
    return connection
  }

  #closeIfIdle(url: string): void {
    const connection = this.#connections.get(url)
    if (!connection?.idle) return
    connection.close()
    this.#connections.delete(url)
  }
}
