import { expect, test } from 'vitest'
import { InfoAhead, MOST_AHEAD } from '../../src/swarm/discovery/infoAhead.ts'
import { openingIn, parted, withInfo, withOpening } from '../../src/wire/shortOpening.ts'

const INFO = new Uint8Array(MOST_AHEAD).map((_, at) => at % 251)
const SDP = 'v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n'

async function ready(): Promise<InfoAhead> {
  const ahead = new InfoAhead()
  await expect.poll(() => ahead.key).not.toBeNull()
  return ahead
}

test('what was sealed for an offer comes with its answer, and nobody else can read it', async () => {
  const [asks, knows, tracker] = [await ready(), await ready(), await ready()]
  const offer = withOpening('offer', SDP, { lacksInfo: true, key: asks.key ?? '' })
  const key = openingIn('offer', offer)?.key ?? ''
  expect(key).toBe(asks.key)
  const sealed = (await knows.seal(INFO, key)) ?? ''
  const answer = withInfo(withOpening('answer', SDP, { lacksInfo: false }), sealed)
  // Trackers of others take 64 KB.
  expect(answer.length).toBeLessThan(24_000)
  expect(openingIn('answer', answer)).toEqual({ lacksInfo: false })
  expect(parted(answer)).toEqual({ sdp: withOpening('answer', SDP, { lacksInfo: false }), sealed })
  expect(await asks.open(sealed)).toEqual(INFO)
  expect(await tracker.open(sealed)).toBeNull()
  expect(await knows.open(sealed)).toBeNull()
})

test('each answer is sealed with a key of its own', async () => {
  const [asks, knows] = [await ready(), await ready()]
  const sealed = await Promise.all([1, 2].map(() => knows.seal(INFO, asks.key ?? '')))
  expect(new Set(sealed).size).toBe(2)
  for (const each of sealed) expect(await asks.open(each ?? '')).toEqual(INFO)
})

test.each(['', 'x', 'A'.repeat(87), 'A'.repeat(40_000), '*'.repeat(200)])(
  'nonsense opens nothing, and nothing is sealed for it',
  async (text) => {
    const ahead = await ready()
    expect(await ahead.open(text)).toBeNull()
    expect(await ahead.seal(INFO, text)).toBeNull()
  },
)

test('a damaged answer opens nothing', async () => {
  const [asks, knows] = [await ready(), await ready()]
  const sealed = (await knows.seal(INFO, asks.key ?? '')) ?? ''
  const at = sealed.length - 20
  const other = sealed[at] === 'A' ? 'B' : 'A'
  expect(await asks.open(sealed.slice(0, at) + other + sealed.slice(at + 1))).toBeNull()
})

test('who knows what the torrent holds names no key', () => {
  const sdp = withOpening('offer', SDP, { lacksInfo: false, key: 'A'.repeat(87) })
  expect(openingIn('offer', sdp)).toEqual({ lacksInfo: false })
  expect(parted(sdp)).toEqual({ sdp, sealed: null })
})
