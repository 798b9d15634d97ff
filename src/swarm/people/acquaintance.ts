import { Allowance, type AllowanceTerms } from '../../core/allowance.ts'
import type { Milliseconds } from '../../core/brand.ts'
import type { InfoHash } from '../../core/infoHash.ts'
import { parsePerson, serialisePerson, type PersonMessage } from '../../wire/personMessages.ts'
import { parsePeerId, type OfferId, type PeerId } from '../../wire/trackerMessages.ts'
import type { Carrier } from '../link/carrier.ts'
import type { DataChannel } from '../link/peerConnection.ts'
import { PeerLink } from '../link/peerLink.ts'
import { BROKEN, GREETING, QUESTION } from '../link/prices.ts'
import { isProved, prove, type Identity } from './identity.ts'
import type { Meeting } from './meeting.ts'
import { OurQuestions } from './ourQuestions.ts'
import { certificateIn, greetingOf, wordFor, type Ends } from './words.ts'

/** A greeting comes with the first message that can come, or never. */
const GREETING_PATIENCE: Milliseconds = 3_000

/** So is a question answered. */
const ANSWER_PATIENCE: Milliseconds = 5_000

/** Whoever is not in a share is not asked for it again sooner. */
const NOT_AGAIN: Milliseconds = 15_000

/** Questions that are looked into: many shares may begin at once. */
const QUESTIONS: AllowanceTerms = { burst: 300, perSecond: 5 }

/** Links over one connection, of two channels each: browsers may give one end no more than 128 of them. */
const MOST_LINKS = 60

/** What the names of channels begin with that are an answer; the first is the share's wire, the other its side channel. */
const WIRE = 'shoal-share-'
const SIDE = 'shoal-side-'

export interface AcquaintanceOptions {
  readonly identity: Identity
  readonly meetings: () => Iterable<Meeting>
  readonly now: () => Milliseconds
  /** It has proved to be who it is said to be. */
  readonly known: () => void
  /** Settles when nobody who claims to be this one has yet to prove it. */
  readonly settled: () => Promise<void>
}

interface Asked {
  /** Null while they are being computed. */
  readonly words: { readonly question: string; readonly answer: string } | null
  readonly answered: (linked: boolean) => void
  readonly result: Promise<boolean>
}

/**
 * Whoever is at the other end of a connection, and whichever shares we have in common:
 *
 *     greeting ─(proved)─► known: asks for shares, and answers ─► ended
 *        └─(not proved in time, or not provable)─► a stranger, who is asked nothing
 */
export class Acquaintance {
  /** Settles once it has proved to be who it is said to be; false if it has not. */
  readonly proved: Promise<boolean>
  readonly peerId: PeerId | null
  readonly carrier: Carrier
  readonly #options: AcquaintanceOptions
  readonly #prove: (proved: boolean) => void
  #ends: Ends | null = null
  #isKnown = false
  #wasGreeted = false
  /** What we have asked and was not answered yet, by the share. */
  readonly #asked = new Map<InfoHash, Asked>()
  /** Shares that it is not in, and until when they are not asked for. */
  readonly #refused = new Map<InfoHash, Milliseconds>()
  readonly #questions: Allowance
  readonly #ourQuestions = new OurQuestions()

  constructor(carrier: Carrier, options: AcquaintanceOptions) {
    this.carrier = carrier
    this.#options = options
    this.#questions = new Allowance(QUESTIONS, options.now)
    this.peerId = parsePeerId(carrier.peerId)
    const proving = Promise.withResolvers<boolean>()
    this.proved = proving.promise
    this.#prove = proving.resolve
    carrier.ended.addEventListener('abort', () => this.#end(), { once: true })
    carrier.listen(
      () => void this.#greet(),
      (bytes) => this.#heard(bytes),
    )
  }

  /** Whether shares can be asked for: it is known, and something comes over its connection. */
  get isReachable(): boolean {
    return this.#isKnown && !this.carrier.ended.aborted && !this.carrier.connection.isFaltering
  }

  /** Whether there may be so many shares more. */
  hasRoom(shares = 1): boolean {
    return !this.carrier.isSpare && this.carrier.size + shares <= MOST_LINKS
  }

  /** What both ends call the connection; null before there is one. */
  get name(): string | null {
    return this.#ends && [this.#ends.ours, this.#ends.theirs].map(String).sort().join(' ')
  }

  /**
   * Asks for a share; true once there is a link for it.
   *
   * @param offerId of an offer that it has made in that share, and that came here
   * @param anyway though it has just said no
   */
  ask(meeting: Meeting, offerId: OfferId | null, anyway = false): Promise<boolean> {
    const { infoHash } = meeting
    const asked = this.#asked.get(infoHash)
    if (asked) return asked.result
    const isRefused = (this.#refused.get(infoHash) ?? -Infinity) > this.#options.now()
    if (!this.isReachable || !this.hasRoom() || (isRefused && !anyway)) return Promise.resolve(false)
    return this.#ask(meeting, offerId)
  }

  async #greet(): Promise<void> {
    const patience = setTimeout(() => this.#prove(false), GREETING_PATIENCE)
    void this.proved.then(() => clearTimeout(patience))
    const { rtc } = this.carrier.connection
    const [ours, theirs] = [rtc.localDescription, rtc.remoteDescription].map((description) =>
      certificateIn(description?.sdp ?? ''),
    )
    const { keys } = this.#options.identity
    if (!ours || !theirs || !keys) {
      this.#prove(false)
      return
    }
    this.#ends = { ours, theirs }
    const signature = await prove(keys, greetingOf('us', this.#ends))
    this.#say({ kind: 'greeting', publicKey: keys.publicKey, signature })
  }

  #heard(bytes: Uint8Array): void {
    const message = parsePerson(bytes)
    switch (message?.kind) {
      case 'greeting':
        void this.#greeted(message)
        break
      case 'ask':
        if (this.carrier.charge(QUESTION)) void this.#answer(message)
        break
      case 'no':
        if (this.carrier.charge(1)) this.#denied(message.question)
        break
      default:
        this.carrier.charge(BROKEN)
    }
  }

  async #greeted({
    publicKey,
    signature,
  }: Extract<PersonMessage, { readonly kind: 'greeting' }>): Promise<void> {
    const isFirst = !this.#wasGreeted
    this.#wasGreeted = true
    if (!this.carrier.charge(isFirst ? GREETING : BROKEN) || !this.#ends) return
    const { peerId } = this.carrier
    const isProvedNow = await isProved(peerId, publicKey, signature, greetingOf('them', this.#ends)).catch(
      () => false,
    )
    // Who is somebody else than we were told may be as honest as anybody: it goes on as it is.
    if (!isProvedNow || this.carrier.ended.aborted) {
      this.#prove(false)
      return
    }
    this.#isKnown = true
    this.#prove(true)
    this.#options.known()
  }

  #ask(meeting: Meeting, offerId: OfferId | null): Promise<boolean> {
    const { infoHash } = meeting
    const { promise: result, resolve } = Promise.withResolvers<boolean>()
    // Known at once, because it may ask for the same in this moment.
    this.#asked.set(infoHash, { words: null, answered: resolve, result })
    const patience = setTimeout(resolve, ANSWER_PATIENCE, false)
    void result.then((isLinked) => {
      clearTimeout(patience)
      this.#asked.delete(infoHash)
      if (!isLinked) this.#refused.set(infoHash, this.#options.now() + NOT_AGAIN)
    })
    void this.#wordsFor(infoHash).then((words) => {
      if (!words || !this.#asked.has(infoHash)) return
      this.#asked.set(infoHash, { words, answered: resolve, result })
      this.#expect(meeting, words.answer)
      this.#say({ kind: 'ask', question: words.question, offerId })
    })
    return result
  }

  /** What we ask for a share, and how that is answered. */
  async #wordsFor(infoHash: InfoHash): Promise<Asked['words']> {
    const ends = this.#ends
    if (!ends) return null
    const [question, answer] = await Promise.all([
      wordFor('question', infoHash, 'us', ends),
      wordFor('answer', infoHash, 'us', ends),
    ])
    return { question, answer }
  }

  /** Lets the answer come, which may be late. */
  #expect(meeting: Meeting, answer: string): void {
    const carrier = this.carrier
    let link: PeerLink | null = null
    // Each channel comes on its own, though they were opened in this order.
    let side: DataChannel | null = null
    carrier.expect(SIDE + answer, (channel) => {
      if (link) link.side.attach(channel)
      else side = channel
    })
    carrier.expect(WIRE + answer, (channel) => {
      const isWanted = this.#mayLink(meeting)
      if (isWanted) {
        link = PeerLink.over(carrier, channel, side)
        meeting.take(link)
      } else {
        channel.close()
        side?.close()
      }
      this.#asked.get(meeting.infoHash)?.answered(isWanted)
    })
  }

  async #answer({ question, offerId }: Extract<PersonMessage, { readonly kind: 'ask' }>): Promise<void> {
    // What it has said before may be still being checked.
    const isLookedInto = this.#questions.afford(1) && (this.#isKnown || (await this.proved))
    const ends = this.#ends
    const meeting =
      isLookedInto && ends
        ? await this.#ourQuestions.meant(question, [...this.#options.meetings()], ends)
        : null
    // Of two connections to one person it may be the one that everything is about to move to.
    const isLinked = meeting && this.peerId !== null && meeting.isLinked(this.peerId)
    if (isLinked && !this.#mayLink(meeting)) await this.#options.settled()
    if (!meeting || !ends || !this.#isForThem(meeting, offerId) || !this.#mayLink(meeting)) {
      this.#say({ kind: 'no', question })
      return
    }
    this.#refused.delete(meeting.infoHash)
    // Both have asked: whose id is higher answers.
    const { identity } = this.#options
    if (this.#asked.has(meeting.infoHash) && this.peerId && identity.peerId < this.peerId) return
    const answer = await wordFor('answer', meeting.infoHash, 'them', ends)
    if (!this.#mayLink(meeting)) return
    if (offerId) meeting.withdraw(offerId)
    const side = this.carrier.openChannel(SIDE + answer)
    const wire = this.carrier.openChannel(WIRE + answer)
    meeting.take(PeerLink.over(this.carrier, wire, side))
    this.#asked.get(meeting.infoHash)?.answered(true)
  }

  /** It has shown that it is in the share; whether that is enough. */
  #isForThem(meeting: Meeting, offerId: OfferId | null): boolean {
    if (!meeting.isPrivate) return true
    const { peerId } = this
    return (offerId !== null && meeting.hasOffered(offerId)) || (peerId !== null && meeting.isLinked(peerId))
  }

  /** Whether the share has a use for a link to this one, and the connection has room. */
  #mayLink(meeting: Meeting): boolean {
    return (
      this.peerId !== null &&
      !this.carrier.ended.aborted &&
      this.carrier.size < MOST_LINKS &&
      meeting.wants(this.peerId)
    )
  }

  #denied(question: string): void {
    for (const { words, answered } of this.#asked.values()) {
      if (words?.question !== question) continue
      for (const name of [WIRE, SIDE]) this.carrier.expectNoMore(name + words.answer)
      answered(false)
    }
  }

  #say(message: PersonMessage): void {
    if (!this.carrier.ended.aborted) this.carrier.say(serialisePerson(message))
  }

  #end(): void {
    this.#prove(false)
    for (const { answered } of [...this.#asked.values()]) answered(false)
  }
}
