import { createRequire } from 'node:module'
import fc from 'fast-check'
import { Duplex } from 'streamx'
import { expect, it } from 'vitest'
import { Duplex as ByteStream } from '../../../src/swarm/link/byteStream.ts'

/* The same is done to two pairs of streams, streamx's and ours: the same has to come of it. */

const streamx = createRequire(import.meta.url)('streamx') as { Duplex: typeof Duplex }

const turn = () => new Promise((resolve) => setImmediate(resolve))

type Done = (error: Error | null) => void

interface Piped extends Duplex {
  /** Whether what is below is done at once. */
  quick: boolean
  /** It is done now. */
  release(): void
  readonly taken: number
  readonly events: string[]
}

function kindOver(Base: typeof Duplex): new () => Piped {
  return class extends Base implements Piped {
    quick = true
    taken = 0
    readonly events: string[] = []
    #done: Done | null = null

    constructor() {
      super()
      for (const event of ['end', 'finish', 'close'] as const) this.on(event, () => this.events.push(event))
      this.on('error', () => this.events.push('error'))
    }

    release(): void {
      const done = this.#done
      this.#done = null
      done?.(null)
    }

    override _writev(chunks: unknown[], done: Done): void {
      for (const chunk of chunks as Uint8Array[]) this.taken += chunk.length
      if (this.quick) done(null)
      else this.#done = done
    }

    override _final(done: Done): void {
      this.events.push('_final')
      done(null)
    }

    override _predestroy(): void {
      this.events.push('_predestroy')
      this.release()
    }

    override _destroy(done: Done): void {
      this.events.push('_destroy')
      done(null)
    }
  }
}

const KINDS = [streamx.Duplex, ByteStream as unknown as typeof Duplex].map(kindOver)

interface Action {
  readonly at: 0 | 1
  readonly what:
    'push' | 'write' | 'slow' | 'quick' | 'release' | 'wait' | 'end' | 'no more' | 'destroy' | 'fail'
  readonly length: number
}

const action: fc.Arbitrary<Action> = fc.record({
  at: fc.constantFrom(0 as const, 1 as const),
  what: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('push' as const, 'write' as const) },
    {
      weight: 8,
      arbitrary: fc.constantFrom('slow' as const, 'quick' as const, 'release' as const, 'wait' as const),
    },
    { weight: 1, arbitrary: fc.constantFrom('end' as const, 'no more' as const) },
    { weight: 1, arbitrary: fc.constantFrom('destroy' as const, 'fail' as const) },
  ),
  length: fc.integer({ min: 1, max: 20_000 }),
})

async function outcome(Kind: new () => Piped, both: boolean, actions: readonly Action[]) {
  const pair = [new Kind(), new Kind()] as const
  pair[0].pipe(pair[1])
  if (both) pair[1].pipe(pair[0])
  else pair[1].on('data', () => undefined)
  const done = [new Set<string>(), new Set<string>()] as const
  await turn()
  for (const { at, what, length } of actions) {
    const stream = pair[at]
    // streamx takes what is pushed after the last, and tells of two ends.
    if (what === 'push' && !done[at].has('no more')) stream.push(new Uint8Array(length))
    if (what === 'no more' && !done[at].has(what)) stream.push(null)
    done[at].add(what)
    if (what === 'write') stream.write(new Uint8Array(length))
    if (what === 'slow' || what === 'quick') stream.quick = what === 'quick'
    if (what === 'release') stream.release()
    if (what === 'end') stream.end(null)
    if (what === 'destroy') stream.destroy()
    if (what === 'fail') stream.destroy(new Error('failed'))
    if (what !== 'push' && what !== 'write') await turn()
  }
  for (const stream of pair) stream.quick = true
  for (let round = 0; round < 40; round++) {
    for (const stream of pair) stream.release()
    await turn()
  }
  return pair.map(({ events, taken, destroyed }) => ({ events, taken, destroyed }))
}

it('tells the same, and hands on as much', async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(action, { maxLength: 30 }), async (both, actions) => {
      const [theirs = [], ours = []] = await Promise.all(KINDS.map((Kind) => outcome(Kind, both, actions)))
      // What waited when a stream was destroyed may have gone just before, or not.
      const cut = theirs.some(({ events }) => events.includes('_predestroy'))
      const seen = (ends: typeof ours) => ends.map(({ taken, ...rest }) => (cut ? rest : { taken, ...rest }))
      expect(seen(ours)).toEqual(seen(theirs))
    }),
    { numRuns: 300 },
  )
})
