import { describe, expect, onTestFinished, test } from 'vitest'
import { turnCredentials } from '../../server/turn/turnCredentials.ts'
import { wayOutOf, type WayOut } from '../../src/swarm/link/wayOut.ts'
import { startCoturn } from './turn/coturn.ts'
import { NatPeer, type Way } from './nat/natPeer.ts'
import { namespaceTrouble, Network, RELAY, type Router } from './nat/network.ts'

/*
 * Who connects to whom, and by which way: the engine's links between hosts behind routers of every kind, with a real
 * coturn as STUN and TURN server. All pairs at once, since who never connects takes half a minute to find out.
 */

const SECRET = 'what both of them know'
const FAMILIES = ['v4', 'v6'] as const
const MOST_TRIES = 3

type Family = (typeof FAMILIES)[number]

/** By which way two of them meet without a relay; with one, everybody meets everybody. */
const PAIRS: readonly (readonly [Router, Router, Way])[] = [
  ['open', 'open', 'direct'],
  ['open', 'preserving', 'direct'],
  ['open', 'symmetric', 'direct'],
  ['preserving', 'preserving', 'direct'],
  ['preserving', 'symmetric', 'none'],
  ['symmetric', 'symmetric', 'none'],
]

/** Not with every run: on a machine that is busy with others, ICE may settle on another way, or take too long. */
const trouble = process.env['NAT_MATRIX'] === '1' ? namespaceTrouble() : 'it runs with NAT_MATRIX=1'
const title = trouble === null ? 'the NAT matrix' : `the NAT matrix (skipped: ${trouble})`

/** A description without the addresses of the other family; a relay's may be of either. */
function only(family: Family, sdp: string): string {
  return sdp
    .split('\r\n')
    .filter((line) => {
      const [, address] = /^a=candidate:\S+ \d+ \S+ \d+ (\S+) /.exec(line) ?? []
      return (
        address === undefined || line.includes('typ relay') || address.includes(':') === (family === 'v6')
      )
    })
    .join('\r\n')
}

function serversOf(family: Family, hasRelay: boolean): RTCIceServer[] {
  const host = family === 'v4' ? RELAY.v4 : `[${RELAY.v6}]`
  const stun = { urls: [`stun:${host}:3478`] }
  if (!hasRelay) return [stun]
  const relay = { urls: [`turn:${host}:3478`], secret: SECRET, lifetimeSeconds: 3_600 }
  const {
    urls,
    username = '',
    credential = '',
  } = turnCredentials(relay, { address: RELAY.v4 }, Date.now(), 0)
  return [stun, { urls: [...urls], username, credential }]
}

describe.skipIf(trouble !== null)(title, () => {
  test('direct wherever the routers allow it, by relay elsewhere, and not at all without one', async () => {
    const network = new Network('matrix', onTestFinished)
    await startCoturn(
      onTestFinished,
      {
        'static-auth-secret': SECRET,
        'listening-port': '3478',
        'no-tls': null,
        'no-dtls': null,
      },
      network.internet,
    )
    const routers: readonly Router[] = ['open', 'preserving', 'symmetric']
    // Two of each, for those who meet their like.
    const callers = new Map(routers.map((router) => [router, new NatPeer(network.host(router))]))
    const called = new Map(routers.map((router) => [router, new NatPeer(network.host(router))]))

    const cases = PAIRS.flatMap(([from, to, way]) =>
      FAMILIES.flatMap((family) =>
        [false, true].map((hasRelay) => ({
          family,
          hasRelay,
          from,
          to,
          expected: way === 'none' && hasRelay ? ('relay' as const) : way,
        })),
      ),
    )
    // Offers that are made before the relay answers would know of no address but the host's own.
    const [first] = callers.values()
    for (const family of FAMILIES) {
      for (let tries = 0; ; tries++) {
        const offer = await first?.offer(`probe ${family} ${tries}`, serversOf(family, true))
        if (offer?.includes('typ relay')) break
      }
    }
    const outcomes = await Promise.all(
      cases.map(async ({ family, hasRelay, from, to, expected }) => {
        const name = `${from} and ${to}, IP${family}, ${hasRelay ? 'with' : 'without'} a relay`
        const [caller, answerer] = [callers.get(from), called.get(to)]
        if (!caller || !answerer) throw new Error('Every kind of router has two hosts.')
        const servers = serversOf(family, hasRelay)
        const meet = async (id: string): Promise<string> => {
          const offer = only(family, await caller.offer(id, servers))
          const answer = only(family, await answerer.answer(id, servers, offer))
          caller.accept(id, answer)
          // ICE may begin with the relay where a direct way is found a moment later.
          const ways: readonly Way[] =
            expected === 'direct' ? ['direct', 'none'] : ['direct', 'relay', 'none']
          return (await Promise.all([caller.ends(id, ways), answerer.ends(id, ways)])).join(' and ')
        }
        // A page tries again as well: a busy machine may answer too late for the first offer.
        let ends = await meet(name)
        for (let again = 1; ends.includes('none') && expected !== 'none' && again < MOST_TRIES; again++)
          ends = await meet(`${name}, again ${again}`)
        return [name, ends]
      }),
    )
    const expected = cases.map(({ expected }) => `${expected} and ${expected}`)
    expect(Object.fromEntries(outcomes)).toEqual(
      Object.fromEntries(outcomes.map(([name], index) => [name, expected[index]])),
    )

    // What a page there makes of it, should nobody be reached.
    const blocked = new NatPeer(network.host('no UDP'))
    for (const [router, peer] of [...callers, ['no UDP', blocked] as const]) {
      for (const hasRelay of [false, true]) {
        const servers = serversOf('v4', hasRelay)
        const wayOut = router === 'no UDP' ? 'no-udp' : hasRelay ? 'relay' : 'open'
        let seen: WayOut = 'unknown'
        for (let tries = 0; seen !== wayOut && tries < MOST_TRIES; tries++) {
          const offer = await peer.offer(`way out ${router} ${hasRelay} ${tries}`, servers)
          seen = wayOutOf(only('v4', offer), servers)
        }
        expect([router, hasRelay, seen]).toEqual([router, hasRelay, wayOut])
      }
    }
  })
})
