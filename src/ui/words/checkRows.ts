import type { Patient } from '../../state/doctor/conclude.ts'
import type { Findings, TrackerFinding, WayFinding } from '../../state/doctor/examine.ts'
import { formatDuration, formatSize } from './measures.ts'
import { words } from './words.ts'

/** `none`: it could not be looked at, or tells nothing. */
export type Mark = 'looking' | 'good' | 'odd' | 'bad' | 'none'

export interface CheckRow {
  readonly what: string
  readonly mark: Mark
  readonly found: string
}

const found = () => words.doctor.checks
const notLookedAt = (): Found => ({ mark: 'none', found: found().notLookedAt })
const looking = (): Found => ({ mark: 'looking', found: found().looking })

/** All that was looked at, in the order in which one needs the other. None of it names an address. */
export function checkRows(findings: Findings, patient: Patient | null): CheckRow[] {
  const { rows } = found()
  const network = [
    { what: rows.site, ...site(findings) },
    { what: rows.tracker, ...tracker(findings) },
    { what: rows.clock, ...clock(findings) },
    { what: rows.webRtc, ...webRtc(findings) },
    { what: rows.wayOut, ...wayOut(findings) },
    { what: rows.router, ...router(findings) },
    { what: rows.relay, ...relay(findings) },
  ]
  const disk = { what: rows.disk, ...room(findings, patient) }
  if (!patient) return [...network, disk]
  return [
    ...network,
    { what: rows.others, ...others(patient) },
    { what: rows.connections, ...connections(patient) },
    { what: rows.having, ...having(patient) },
    { what: rows.limits, ...limits(patient) },
    disk,
  ]
}

type Found = Omit<CheckRow, 'what'>

function site({ site }: Findings): Found {
  switch (site?.kind) {
    case undefined:
      return looking()
    case 'ok':
      return { mark: 'good', found: found().answers }
    case 'offline':
      return { mark: 'bad', found: found().offline }
    case 'away':
      return { mark: 'bad', found: found().silent }
    case 'error':
      return { mark: 'bad', found: found().siteError(site.status) }
  }
}

function tracker({ tracker }: Findings): Found {
  if (tracker === undefined) return looking()
  if (tracker === null) return notLookedAt()
  const { answers, noWebSocket, silent, membersOnly } = found()
  const words: Readonly<Record<TrackerFinding, string>> = {
    ok: answers,
    blocked: noWebSocket,
    silent,
    'members-only': membersOnly,
  }
  return { mark: tracker === 'ok' ? 'good' : 'bad', found: words[tracker] }
}

function clock({ site }: Findings): Found {
  if (site === undefined) return looking()
  const skew = site.kind === 'ok' ? site.skew : null
  if (skew === null) return notLookedAt()
  // The server writes whole seconds, and its answer was on its way.
  if (Math.abs(skew) < 10_000) return { mark: 'good', found: found().clockRight }
  const off = formatDuration(Math.abs(skew) / 1000)
  return {
    mark: Math.abs(skew) < 300_000 ? 'good' : 'odd',
    found: skew > 0 ? found().clockAhead(off) : found().clockBehind(off),
  }
}

function webRtc({ webRtc }: Findings): Found {
  if (webRtc === undefined) return looking()
  return webRtc ? { mark: 'good', found: found().there } : { mark: 'bad', found: found().switchedOff }
}

function ofWay({ way }: Findings, tell: (way: WayFinding) => Found): Found {
  if (way === undefined) return looking()
  return way === null ? notLookedAt() : tell(way)
}

function wayOut(findings: Findings): Found {
  return ofWay(findings, ({ wayOut }) => {
    switch (wayOut) {
      case 'unknown':
        return { mark: 'none', found: found().nobodyAsked }
      case 'no-addresses':
        return { mark: 'bad', found: found().noAddress }
      case 'no-udp':
        return { mark: 'bad', found: found().noUdp }
      case 'open':
      case 'no-relay':
      case 'relay':
        return { mark: 'good', found: found().udp }
    }
  })
}

function router(findings: Findings): Found {
  return ofWay(findings, ({ mapping }) =>
    mapping === 'each'
      ? { mark: 'odd', found: found().symmetric }
      : { mark: 'none', found: found().nothingUnusual },
  )
}

function relay(findings: Findings): Found {
  return ofWay(findings, ({ wayOut, hasRelays, isRefused }) => {
    if (!hasRelays) return { mark: 'none', found: found().noRelay }
    if (wayOut === 'relay') return { mark: 'good', found: found().answers }
    return { mark: 'odd', found: isRefused ? found().refuses : found().silent }
  })
}

function others({ share }: Patient): Found {
  const { situation } = share
  if (share.peers.length > 0) return { mark: 'good', found: found().connected(share.peers.length) }
  if (situation.kind === 'alone') return { mark: 'bad', found: found().nobody }
  if (situation.kind === 'connecting' || situation.kind === 'unreachable')
    return { mark: 'good', found: found().known(situation.others) }
  return { mark: 'none', found: found().notKnown }
}

function connections({ share: { attempts, peers } }: Patient): Found {
  if (!attempts || (attempts.offered === 0 && peers.length === 0))
    return { mark: 'none', found: found().noneTried }
  const { answered, offered, lastFailure } = attempts
  const said = found()
  if (peers.length > 0) return { mark: 'good', found: said.answered(answered, offered) }
  if (lastFailure === null)
    return { mark: answered > 0 ? 'good' : 'odd', found: said.answered(answered, offered) }
  return {
    mark: 'bad',
    found:
      lastFailure === 'path'
        ? said.answeredNoPath(answered, offered)
        : said.answeredNoHandshake(answered, offered),
  }
}

function having({ share: { situation, peers } }: Patient): Found {
  if (peers.length === 0) return { mark: 'none', found: found().notKnown }
  if (situation.kind === 'peers-without-data') return { mark: 'bad', found: found().nothingMissing }
  if (situation.kind === 'choked') return { mark: 'odd', found: found().notOurTurn }
  return { mark: 'good', found: found().enough }
}

function limits({ share, isDayOver }: Patient): Found {
  if (share.state === 'paused') return { mark: 'bad', found: found().paused }
  if (share.situation.kind === 'peers-off') return { mark: 'bad', found: found().noPeople }
  if (share.situation.kind === 'too-few')
    return { mark: 'bad', found: found().nobodyBefore(share.situation.wanted) }
  if (share.situation.kind === 'relay-used-up') return { mark: 'bad', found: found().relayUsedUp }
  if (isDayOver) return { mark: 'odd', found: found().dayOver }
  if (share.exhausted) return { mark: 'odd', found: found().ratioReached }
  return { mark: 'good', found: found().noLimits }
}

function room({ room }: Findings, patient: Patient | null): Found {
  if (room === undefined) return looking()
  if (patient?.share.state === 'failed') return { mark: 'odd', found: found().seeAbove }
  if (room === null) return notLookedAt()
  return { mark: 'good', found: found().room(formatSize(room)) }
}

/** What can be sent to somebody who helps. It names no address, no host, no file. */
export function reportOf(sentence: string, rows: readonly CheckRow[], patient: Patient | null): string {
  return [
    sentence,
    ...rows.map(({ what, found }) => `${what}: ${found}`),
    ...(patient ? [found().reportShare(patient.share.state, patient.share.situation.kind)] : []),
    found().reportBrowser(navigator.userAgent),
    found().reportTime(new Date().toISOString()),
  ].join('\n')
}
