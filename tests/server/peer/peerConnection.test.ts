import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../../../server/peer/peerConnection.ts'
import type { DataChannel, PeerConnection } from '../../../src/swarm/link/peerConnection.ts'

/** A connection, and the channel that both ends agree on. */
function end(): { connection: PeerConnection; channel: DataChannel; heard: string[] } {
  const connection = connect([])
  const channel = connection.createDataChannel('shoal', { negotiated: true, id: 5 })
  onTestFinished(() => connection.close())
  const heard: string[] = []
  channel.onopen = () => void heard.push('open')
  channel.onmessage = ({ data }) => void heard.push(`${(data as ArrayBuffer).byteLength} bytes`)
  connection.ondatachannel = () => void heard.push('another channel')
  return { connection, channel, heard }
}

async function described(connection: PeerConnection, type: 'offer' | 'answer'): Promise<string> {
  await connection.setLocalDescription({ type })
  await expect.poll(() => connection.iceGatheringState, { interval: 1 }).toBe('complete')
  return connection.localDescription?.sdp ?? expect.fail('It is described.')
}

/** Both ends of a connection, whose answer takes a while: the checks of ICE are there before it. */
async function meet(twist: { offer?: (sdp: string) => string; answer?: (sdp: string) => string } = {}) {
  const [one, other] = [end(), end()]
  const offer = await described(one.connection, 'offer')
  await other.connection.setRemoteDescription({ type: 'offer', sdp: twist.offer?.(offer) ?? offer })
  const answer = await described(other.connection, 'answer')
  await wait(20)
  await one.connection.setRemoteDescription({ type: 'answer', sdp: twist.answer?.(answer) ?? answer })
  return { one, other }
}

/** Somebody else's certificate. */
const another = (sdp: string) =>
  sdp.replace(
    /^(a=fingerprint:\S+ )(\S\S)/m,
    (_, name: string, byte: string) => `${name}${byte === '00' ? '01' : '00'}`,
  )

test.each(['offer', 'answer'] as const)(
  'whose certificate is not that of the %s is never heard',
  async (kind) => {
    const { one, other } = await meet({ [kind]: another })
    const [deceived, liar] = kind === 'offer' ? [other, one] : [one, other]
    await expect.poll(() => deceived.connection.connectionState).toBe('failed')
    if (liar.channel.readyState === 'open') liar.channel.send(new Uint8Array(7))
    await wait(200)
    expect(deceived.heard).toEqual([])
    expect(deceived.channel.readyState).not.toBe('open')
    expect(liar.heard.filter((each) => each !== 'open')).toEqual([])
  },
)

test('a description without a certificate connects to nobody', async () => {
  const { one } = await meet({ answer: (sdp) => sdp.replace(/^a=fingerprint:.*\r?\n/m, '') }).catch(() => ({
    one: null,
  }))
  await wait(300)
  expect(one?.heard ?? []).toEqual([])
})

test('tells whether a path was found', async () => {
  const { one } = await meet()
  await expect.poll(() => one.connection.iceConnectionState).toMatch(/^(connected|completed)$/)
})
