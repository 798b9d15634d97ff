import Wire from 'bittorrent-protocol'
import { expect, test } from 'vitest'
import { parseInfoHash, type InfoHash } from '../../src/core/infoHash.ts'
import { handshakeOf, openingIn, withOpening } from '../../src/wire/shortOpening.ts'

const INFO_HASH = parseInfoHash('0f'.repeat(20)) as InfoHash
const PEER_ID = '2d53'.padEnd(40, '9')
const SDP = 'v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=setup:actpass\r\n'

test.each(['offer', 'answer'] as const)(
  'what who sends an %s says of itself is read at the other end',
  (kind) => {
    for (const lacksInfo of [true, false]) {
      const sdp = withOpening(kind, SDP, { lacksInfo })
      expect(sdp.startsWith(SDP)).toBe(true)
      expect(sdp.endsWith('\r\n')).toBe(true)
      expect(openingIn(kind, sdp)).toEqual({ lacksInfo })
      // Some send back whatever they do not know.
      expect(openingIn(kind === 'offer' ? 'answer' : 'offer', sdp)).toBeNull()
    }
    const echoed = withOpening('answer', withOpening('offer', SDP, { lacksInfo: true }), { lacksInfo: false })
    expect(openingIn('answer', echoed)).toEqual({ lacksInfo: false })
  },
)

test.each([
  SDP,
  `${SDP}a=x-shoal-offer:2\r\n`,
  `${SDP}a=x-shoal-offer:1 something-else\r\n`,
  `${SDP}a=x-shoal-offer:11\r\n`,
  `${SDP}s=a=x-shoal-offer:1\r\n`,
])('nobody else is taken for a page of ours', (sdp) => {
  expect(openingIn('offer', sdp)).toBeNull()
})

test('the handshake that is taken for granted is the one that is sent', async () => {
  const wire = new Wire('webrtc')
  const sent: Uint8Array[] = []
  wire.on('data', (bytes: Uint8Array) => sent.push(bytes))
  wire.handshake(INFO_HASH, PEER_ID, { fast: true })
  await expect
    .poll(() => Buffer.concat(sent).toString('hex'))
    .toBe(Buffer.from(handshakeOf(INFO_HASH, PEER_ID)).toString('hex'))
  wire.destroy()
})
