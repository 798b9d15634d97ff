import type { Milliseconds } from '../../src/core/brand.ts'
import { parseInfoHash, type InfoHash } from '../../src/core/infoHash.ts'
import {
  listOf,
  number,
  oneOf,
  orNull,
  recordOf,
  text,
  truth,
  type Read,
  type Reader,
} from '../../src/wire/jsonReaders.ts'
import { parsePeerId, type PeerId } from '../../src/wire/trackerMessages.ts'
import type { MemberId } from '../tracker/admission.ts'
import {
  bySize,
  findIn,
  largestOf,
  type FoundSwarm,
  type LargestSwarms,
  type LiveSwarm,
  type LiveSwarms,
} from '../tracker/liveSwarms.ts'
import type { SwarmTable } from '../tracker/swarmTable.ts'
import type { Link } from './link.ts'
import type { NodeId } from './nodeId.ts'

/** A node that does not answer in this time is left out: it may be of a version that does not know the question. */
const PATIENCE_MS: Milliseconds = 1_000
/** How far down the list goes: each node tells all of it, for whichever page of it. */
const MOST_LISTED = 10_000

const infoHash: Reader<InfoHash> = (json) => parseInfoHash(text(json) ?? '') ?? undefined
const peerId: Reader<PeerId> = (json) => parsePeerId(text(json) ?? '') ?? undefined
const member: Reader<MemberId> = (json) => number(json) as MemberId | undefined

const LIVE = { infoHash, seeds: number, leechers: number, addressedPeers: number, downloaded: number }

const readLargest = recordOf({
  /** Swarms that fall to that node, as {@link Replica.share} has it. */
  share: number,
  swarms: listOf(recordOf(LIVE)),
})
const readFound = orNull(
  recordOf({
    ...LIVE,
    peers: listOf(
      recordOf({
        kind: oneOf('webrtc', 'addressed'),
        peerId,
        isSeed: truth,
        isPartialSeed: truth,
        member: orNull(member),
      }),
    ),
  }),
)

interface SurveyOptions {
  readonly table: SwarmTable
  readonly link: Pick<Link, 'isUp' | 'nodeCount' | 'tell' | 'tellAll'>
  readonly share: () => number
}

/** Asks the other nodes what swarms they have, for the few who look on: nothing of it is told unasked. */
export class Survey implements LiveSwarms {
  readonly #options: SurveyOptions
  readonly #asked = new Map<number, (answer: string) => void>()
  #lastQuestion = 0

  constructor(options: SurveyOptions) {
    this.#options = options
  }

  async largest(wanted: number): Promise<LargestSwarms> {
    const count = Math.min(wanted, MOST_LISTED)
    const all = [this.#largestHere(count), ...(await this.#ask(['swarms', String(count)], readLargest))]
    const swarms = new Map<InfoHash, LiveSwarm>()
    for (const swarm of all.flatMap((one) => one.swarms)) {
      const known = swarms.get(swarm.infoHash)
      // Each node that has it knows of all who are in it, but for what is on its way.
      if (!known || bySize(swarm, known) < 0) swarms.set(swarm.infoHash, swarm)
    }
    const total = Math.round(all.reduce((sum, { share }) => sum + share, 0))
    return {
      swarms: [...swarms.values()].sort(bySize).slice(0, count),
      total: Math.min(total, MOST_LISTED),
    }
  }

  async find(infoHash: InfoHash): Promise<FoundSwarm | null> {
    const here = findIn(this.#options.table, infoHash)
    if (here) return here
    const found = (await this.#ask(['swarm', infoHash], readFound)).filter((swarm) => swarm !== null)
    return found.toSorted(bySize)[0] ?? null
  }

  /** Another node asks this one. */
  heard(from: NodeId, [question = '', kind = '', what = '']: readonly string[]): void {
    const hash = parseInfoHash(what)
    const answer =
      kind === 'swarms'
        ? this.#largestHere(Math.min(Number(what) || 0, MOST_LISTED))
        : kind === 'swarm' && hash
          ? findIn(this.#options.table, hash)
          : undefined
    // Nothing in it is a text of anybody's but hex: it is a line as it is.
    if (answer !== undefined) this.#options.link.tell(from, `R\t${question}\t${JSON.stringify(answer)}`)
  }

  answered(question: number, answer: string): void {
    this.#asked.get(question)?.(answer)
  }

  #largestHere(count: number): Read<typeof readLargest> {
    return { share: this.#options.share(), swarms: largestOf(this.#options.table, count) }
  }

  /** What the others answer who do so in time. */
  async #ask<T>(fields: readonly string[], read: Reader<T>): Promise<readonly T[]> {
    const { link } = this.#options
    const expected = link.nodeCount - 1
    if (!link.isUp || expected === 0) return []
    const question = (this.#lastQuestion += 1)
    const answers: T[] = []
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PATIENCE_MS)
      let count = 0
      this.#asked.set(question, (answer) => {
        const value = read(parsed(answer))
        if (value !== undefined) answers.push(value)
        count += 1
        if (count < expected) return
        clearTimeout(timer)
        resolve()
      })
      link.tellAll('?', String(question), ...fields)
    })
    this.#asked.delete(question)
    return answers
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
