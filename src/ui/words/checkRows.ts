import { formatDuration, formatSize, people } from './measures.ts'
import type { Patient } from '../../state/doctor/conclude.ts'
import type { Findings, TrackerFinding, WayFinding } from '../../state/doctor/examine.ts'

/** `none`: it could not be looked at, or tells nothing. */
export type Mark = 'looking' | 'good' | 'odd' | 'bad' | 'none'

export interface CheckRow {
  readonly what: string
  readonly mark: Mark
  readonly found: string
}

const NOT_LOOKED_AT = { mark: 'none', found: 'not looked at' } as const
const LOOKING = { mark: 'looking', found: 'looking' } as const

/** All that was looked at, in the order in which one needs the other. None of it names an address. */
export function checkRows(findings: Findings, patient: Patient | null): CheckRow[] {
  const network = [
    { what: 'The site', ...site(findings) },
    { what: 'Tracker', ...tracker(findings) },
    { what: 'Clock', ...clock(findings) },
    { what: 'WebRTC', ...webRtc(findings) },
    { what: 'Way out', ...wayOut(findings) },
    { what: 'Router', ...router(findings) },
    { what: 'Relay', ...relay(findings) },
  ]
  const disk = { what: 'Disk', ...room(findings, patient) }
  if (!patient) return [...network, disk]
  return [
    ...network,
    { what: 'Others', ...others(patient) },
    { what: 'Connections', ...connections(patient) },
    { what: 'What they have', ...having(patient) },
    { what: 'Your limits', ...limits(patient) },
    disk,
  ]
}

type Found = Omit<CheckRow, 'what'>

function site({ site }: Findings): Found {
  switch (site?.kind) {
    case undefined:
      return LOOKING
    case 'ok':
      return { mark: 'good', found: 'answers' }
    case 'offline':
      return { mark: 'bad', found: 'this device is offline' }
    case 'away':
      return { mark: 'bad', found: 'does not answer' }
    case 'error':
      return { mark: 'bad', found: `answers with an error (${site.status})` }
  }
}

const TRACKER: Readonly<Record<TrackerFinding, Found>> = {
  ok: { mark: 'good', found: 'answers' },
  blocked: { mark: 'bad', found: 'no WebSocket comes through' },
  silent: { mark: 'bad', found: 'does not answer' },
  'members-only': { mark: 'bad', found: 'for members alone' },
}

function tracker({ tracker }: Findings): Found {
  if (tracker === undefined) return LOOKING
  return tracker === null ? NOT_LOOKED_AT : TRACKER[tracker]
}

function clock({ site }: Findings): Found {
  if (site === undefined) return LOOKING
  const skew = site.kind === 'ok' ? site.skew : null
  if (skew === null) return NOT_LOOKED_AT
  // The server writes whole seconds, and its answer was on its way.
  if (Math.abs(skew) < 10_000) return { mark: 'good', found: 'right' }
  const off = `${formatDuration(Math.abs(skew) / 1000)} ${skew > 0 ? 'ahead' : 'behind'}`
  return { mark: Math.abs(skew) < 300_000 ? 'good' : 'odd', found: off }
}

function webRtc({ webRtc }: Findings): Found {
  if (webRtc === undefined) return LOOKING
  return webRtc ? { mark: 'good', found: 'there' } : { mark: 'bad', found: 'switched off' }
}

function ofWay({ way }: Findings, tell: (way: WayFinding) => Found): Found {
  if (way === undefined) return LOOKING
  return way === null ? NOT_LOOKED_AT : tell(way)
}

function wayOut(findings: Findings): Found {
  return ofWay(findings, ({ wayOut }) => {
    switch (wayOut) {
      case 'unknown':
        return { mark: 'none', found: 'nobody outside was asked' }
      case 'no-addresses':
        return { mark: 'bad', found: 'the browser tells no address' }
      case 'no-udp':
        return { mark: 'bad', found: 'UDP gets no answer' }
      case 'open':
      case 'no-relay':
      case 'relay':
        return { mark: 'good', found: 'UDP is answered' }
    }
  })
}

function router(findings: Findings): Found {
  return ofWay(findings, ({ mapping }) =>
    mapping === 'each'
      ? { mark: 'odd', found: 'another address for each connection (symmetric NAT)' }
      : { mark: 'none', found: 'nothing unusual seen' },
  )
}

function relay(findings: Findings): Found {
  return ofWay(findings, ({ wayOut, hasRelays }) => {
    if (!hasRelays) return { mark: 'none', found: 'this site has none' }
    return wayOut === 'relay' ? { mark: 'good', found: 'answers' } : { mark: 'odd', found: 'does not answer' }
  })
}

function others({ share }: Patient): Found {
  const { situation } = share
  if (share.peers.length > 0) return { mark: 'good', found: `${people(share.peers.length)} connected` }
  if (situation.kind === 'alone') return { mark: 'bad', found: 'nobody' }
  if (situation.kind === 'connecting' || situation.kind === 'unreachable')
    return { mark: 'good', found: `${people(situation.others)} known` }
  return { mark: 'none', found: 'not known' }
}

function connections({ share: { attempts, peers } }: Patient): Found {
  if (!attempts || (attempts.offered === 0 && peers.length === 0))
    return { mark: 'none', found: 'none tried' }
  const answered = `${attempts.answered} of ${attempts.offered} offers answered`
  if (peers.length > 0) return { mark: 'good', found: answered }
  if (attempts.lastFailure === null) return { mark: attempts.answered > 0 ? 'good' : 'odd', found: answered }
  const end = attempts.lastFailure === 'path' ? 'no path found (ICE)' : 'no handshake (DTLS)'
  return { mark: 'bad', found: `${answered}; ${end}` }
}

function having({ share: { situation, peers } }: Patient): Found {
  if (peers.length === 0) return { mark: 'none', found: 'not known' }
  if (situation.kind === 'peers-without-data') return { mark: 'bad', found: 'nothing that is missing here' }
  if (situation.kind === 'choked') return { mark: 'odd', found: 'what is missing, but not our turn' }
  return { mark: 'good', found: 'enough' }
}

function limits({ share, isDayOver }: Patient): Found {
  if (share.state === 'paused') return { mark: 'bad', found: 'paused' }
  if (share.situation.kind === 'peers-off') return { mark: 'bad', found: 'no other people' }
  if (share.situation.kind === 'too-few')
    return { mark: 'bad', found: `nobody before ${share.situation.wanted} are there` }
  if (isDayOver) return { mark: 'odd', found: 'nothing more is sent today' }
  if (share.exhausted) return { mark: 'odd', found: 'sent as much as its limit says' }
  return { mark: 'good', found: 'none in the way' }
}

function room({ room }: Findings, patient: Patient | null): Found {
  if (room === undefined) return LOOKING
  if (patient?.share.state === 'failed') return { mark: 'odd', found: 'see above' }
  if (room === null) return NOT_LOOKED_AT
  return { mark: 'good', found: `room for ${formatSize(room)} more` }
}

/** What can be sent to somebody who helps. It names no address, no host, no file. */
export function reportOf(sentence: string, rows: readonly CheckRow[], patient: Patient | null): string {
  return [
    sentence,
    ...rows.map(({ what, found }) => `${what}: ${found}`),
    ...(patient ? [`Share: ${patient.share.state}, ${patient.share.situation.kind}`] : []),
    `Browser: ${navigator.userAgent}`,
    `At ${new Date().toISOString()}`,
  ].join('\n')
}
