import { describe, expect, it } from 'vitest'
import type { ShareSnapshot, Situation } from '../../src/swarm/snapshot.ts'
import { piecesWords } from '../../src/ui/mosaic/pieces.ts'
import { titleOf } from '../../src/ui/titleOf.ts'
import { doing, inOrder } from '../../src/ui/audience.ts'
import { availability, contentsOf, statusOf } from '../../src/ui/words/share.ts'
import { HASH, peer, share } from './support/shares.ts'

const plain = (text: string | null) => (text ?? '').replaceAll('\u00a0', ' ')
const headline = (different: Partial<ShareSnapshot>) => plain(statusOf(share(different)).headline)
const detail = (different: Partial<ShareSnapshot>) => plain(statusOf(share(different)).detail)

const SITUATIONS: readonly Situation[] = [
  { kind: 'tracker-connecting' },
  { kind: 'tracker-unreachable', retryInSeconds: 12 },
  { kind: 'tracker-refused', reason: 'members only' },
  { kind: 'members-only' },
  { kind: 'alone' },
  { kind: 'connecting', others: 2 },
  { kind: 'unreachable', others: 2, wayOut: 'open' },
  { kind: 'peers-without-data', peers: 2 },
  { kind: 'choked', peers: 2 },
  { kind: 'relay-used-up', peers: 2 },
  { kind: 'moving', peers: 2 },
]

it('a live channel is never said to be here, or had by others: what is, is the file that names it', () => {
  const [file] = share().files
  const files = file ? [{ ...file, path: ['news.live'] }] : []
  for (const state of ['ready', 'seeding'] as const) {
    const channel = { state, files, mine: false, situation: { kind: 'moving', peers: 2 } } as const
    expect(headline(channel)).toBe('This is a live channel.')
    expect(contentsOf(share(channel))).toBe('Live')
  }
  // What is wrong is said as of any other.
  const cut = { kind: 'tracker-unreachable', retryInSeconds: 12 } as const
  expect(headline({ state: 'seeding', files, situation: cut })).toBe('This site isn’t answering.')
})

describe('every situation', () => {
  it('is told apart while downloading', () => {
    const said = SITUATIONS.map((situation) => headline({ state: 'waiting', mine: false, situation }))
    expect(new Set(said).size).toBe(SITUATIONS.length)
  })

  it('never counts one as many', () => {
    for (const state of ['fetching', 'waiting', 'downloading', 'seeding'] as const) {
      for (const situation of SITUATIONS) {
        const one = {
          ...situation,
          ...('peers' in situation && { peers: 1 }),
          ...('others' in situation && { others: 1 }),
        }
        const said = `${headline({ state, situation: one })} ${detail({ state, situation: one })}`
        expect(said).not.toMatch(/\b1 (people|seconds)\b/)
      }
    }
  })

  it.each([
    [{ kind: 'alone' }, 'It goes on when somebody who has it is back.'],
    [{ kind: 'tracker-unreachable', retryInSeconds: 12 }, 'Trying again in 12 s.'],
    [{ kind: 'tracker-unreachable', retryInSeconds: 1 }, 'Trying again in 1 s.'],
    [{ kind: 'tracker-unreachable', retryInSeconds: 0 }, 'Trying again now.'],
    [{ kind: 'tracker-refused', reason: 'members only' }, '“members only”'],
    [{ kind: 'members-only' }, 'Ask for an invitation'],
    [{ kind: 'unreachable', others: 1, wayOut: 'unknown' }, 'may be in the way'],
    [{ kind: 'unreachable', others: 1, wayOut: 'no-addresses' }, 'Allow it for this site'],
    [{ kind: 'unreachable', others: 1, wayOut: 'no-udp' }, 'Switch the VPN off'],
    [{ kind: 'unreachable', others: 1, wayOut: 'no-relay' }, 'This site’s relay isn’t answering'],
    [{ kind: 'unreachable', others: 1, wayOut: 'open' }, 'this site has no relay'],
    [{ kind: 'unreachable', others: 1, wayOut: 'relay' }, 'Your connection is fine'],
  ] as const)('%o says what follows: %s', (situation, words) => {
    expect(detail({ state: 'waiting', mine: false, progress: 0, situation })).toContain(words)
  })
})

describe('seeding', () => {
  const audienceOf = (seeds: number, leechers: number) => {
    const told = { swarm: { seeds, leechers }, situation: { kind: 'moving', peers: 1 } } as const
    return `${headline(told)} ${detail(told)}`
  }

  it.each([
    [1, 0, 'only you have it'],
    [1, 1, '1 person is downloading it. Keep this page open until they’re done.'],
    [1, 2, '2 people are downloading it. Keep this page open until one of them is done.'],
    [2, 0, '1 other person has it. You can close this page.'],
    [4, 2, '3 other people have it, 2 are downloading it. You can close this page.'],
    [4, 1, '3 other people have it, 1 is downloading it.'],
  ])('with %i seeds and %i leechers', (seeds, leechers, words) => {
    expect(audienceOf(seeds, leechers)).toContain(words)
  })

  it('asks nobody who received it to send the link', () => {
    const alone = { mine: false, swarm: { seeds: 1, leechers: 0 } }
    expect(headline(alone)).toBe('While this page is open, you send it too.')
    expect(detail(alone)).toBe('')
    expect(detail({ ...alone, peers: [peer({ progress: 0 })], swarm: { seeds: 1, leechers: 1 } })).toBe('')
  })

  it('believes connections before an old count', () => {
    const told = { swarm: { seeds: 1, leechers: 0 }, peers: [peer({ progress: 0.2 })] }
    expect(headline(told)).toBe('1 person is downloading it.')
  })

  it('tells that nobody new can come while the tracker is away', () => {
    const situation = { kind: 'tracker-unreachable', retryInSeconds: 5 } as const
    expect(headline({ situation })).toBe('This site isn’t answering.')
    expect(detail({ situation, peers: [peer()] })).toContain('People already connected carry on.')
  })
})

describe('people', () => {
  const one = share({ size: 100_000_000 })
  const does = (...peers: readonly ReturnType<typeof peer>[]) =>
    peers.map((each) => plain(doing({ ...one, peers }, each)))

  it('are told apart by what they do', () => {
    const looks = peer({ id: 'a', progress: 0 })
    const fetches = peer({ id: 'b', progress: 0.43, giveRate: 5_700_000 })
    const has = peer({ id: 'c' })
    expect(does(fetches)).toEqual(['43 %, 10 seconds left'])
    expect(does(looks, fetches)).toEqual(['looking', '43 %, 10 seconds left'])
    // Others give too: how long it takes is not known here.
    expect(does(has, fetches)).toEqual(['has it', '43 %'])
    expect(does(peer({ progress: 0, giveRate: 100 }))[0]).toMatch(/^0 %/)
    expect(inOrder([has, looks, fetches])).toEqual([fetches, looks, has])
  })

  it('who look are not counted as fetching', () => {
    const told = { swarm: { seeds: 1, leechers: 2 }, peers: [peer({ progress: 0 })] }
    expect(headline(told)).toBe('1 person is downloading it.')
    expect(headline({ ...told, swarm: { seeds: 1, leechers: 1 } })).toBe('1 person is looking at it.')
    expect(detail({ ...told, swarm: { seeds: 1, leechers: 1 } })).toContain('only you have it')
  })
})

it('tells who has a share before it is fetched', () => {
  const ready = (seeds: number, leechers: number) =>
    plain(availability(share({ state: 'ready', mine: false, swarm: { seeds, leechers } })))
  expect(ready(1, 1)).toBe('1 person has it.')
  expect(ready(5, 1)).toBe('5 people have it.')
  expect(ready(0, 2)).toBe('1 person has parts of it.')
  expect(ready(0, 1)).toBe('Nobody who has it is online.')
})

it('says what failed, why and what to do', () => {
  const failure = { code: 'too-many-files', most: 100_000 } as const
  expect(headline({ state: 'failed', failure })).toBe('Too many files for one share.')
  expect(detail({ state: 'failed', failure })).toBe('100,000 at most. Send them in parts, or as an archive.')
})

it('names what has no name yet', () => {
  expect(titleOf(share({ name: HASH }))).toBe('Share 2c6b6858…')
  expect(titleOf(share({ name: '' }))).toBe('Share 2c6b6858…')
  expect(titleOf(share({ name: 'a' }))).toBe('a')
  expect(contentsOf(share({ files: [] }))).toBeNull()
})

describe('the mosaic in words', () => {
  const wordsOf = (...status: number[]) =>
    plain(
      piecesWords(
        share({
          pieces: {
            count: status.length,
            pieceLength: 1,
            status: Uint8Array.from(status),
            availability: new Uint8Array(status.length),
            version: 1,
          },
        }),
      ),
    )

  it('counts', () => {
    expect(wordsOf(2, 1, 0)).toBe('1 of 3 parts here, 1 on the way.')
    expect(wordsOf(2, 0)).toBe('1 of 2 parts here.')
    expect(wordsOf(2, 2)).toBe('All 2 parts are here.')
    expect(wordsOf(2)).toBe('The only part is here.')
  })
})
