import { withPasskey } from '../../core/announceUrl.ts'
import { parseInfoHash } from '../../core/infoHash.ts'
import { fetchConfig } from '../../swarm/config.ts'
import { isTurn } from '../../swarm/link/path.ts'
import { hostsAfar, mappingOf, wayOutOf } from '../../swarm/link/wayOut.ts'
import { serialiseClientMessage } from '../../wire/serialiseTracker.ts'
import { onSite, siteHref } from '../onSite.ts'
import type { Probes, SiteFinding, TrackerFinding, WayFinding } from './examine.ts'

/** The tracker's code for closing the socket of somebody who is no member. */
const NO_MEMBER = 4401

/** Long enough for STUN and for a relay; a browser may go on asking for ten seconds. */
const GATHER_MS = 4_000

/** A tracker that closes after what it has said does so at once. */
const CLOSING_MS = 1_000

/** What browsers tell instead of a server's own error when it was not reached. */
const NO_ANSWER = 701

/** Looks with what this browser has. */
export function browserProbes(passkey: () => string | null): Probes {
  return {
    site: () => askSite(passkey()),
    tracker: (url) => askTracker(withPasskey(url, url, passkey())),
    webRtc: () => Promise.resolve(makesConnections()),
    way,
    async room() {
      const { quota, usage } = await navigator.storage.estimate()
      return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage)
    },
  }
}

async function askSite(passkey: string | null): Promise<SiteFinding> {
  let response: Response
  try {
    response = await fetch(onSite('/config.json'), { cache: 'no-store' })
  } catch {
    return { kind: navigator.onLine ? 'away' : 'offline' }
  }
  if (!response.ok) return { kind: 'error', status: response.status }
  const date = Date.parse(response.headers.get('Date') ?? '')
  const told = await fetchConfig(siteHref(), passkey)
  const iceServers = told.iceServers as readonly RTCIceServer[]
  return {
    kind: 'ok',
    told: { tracker: told.tracker, iceServers },
    skew: Number.isNaN(date) ? null : Date.now() - date,
  }
}

/** Asks for the counts of a swarm that nobody is in: that is answered, and changes nothing. */
function askTracker(url: string): Promise<TrackerFinding> {
  const infoHash = parseInfoHash('0'.repeat(40))
  return new Promise((resolve) => {
    const socket = new WebSocket(url)
    let isOpen = false
    const end = (finding: TrackerFinding) => {
      resolve(finding)
      socket.close()
    }
    socket.onopen = () => {
      isOpen = true
      if (infoHash) socket.send(serialiseClientMessage({ kind: 'scrape', infoHashes: [infoHash] }))
    }
    socket.onmessage = ({ data }) => {
      // Who is no member is told so in words first, and by the code of the end then.
      if (String(data).includes('"failure reason"')) setTimeout(() => end('ok'), CLOSING_MS)
      else end('ok')
    }
    socket.onclose = ({ code }) => end(code === NO_MEMBER ? 'members-only' : isOpen ? 'silent' : 'blocked')
    // One that never opens is swallowed by something in between; the site itself has just answered.
    setTimeout(() => end(isOpen ? 'silent' : 'blocked'), GATHER_MS)
  })
}

function makesConnections(): boolean {
  try {
    const connection = new RTCPeerConnection()
    connection.createDataChannel('')
    connection.close()
    return true
  } catch {
    return false
  }
}

/** Describes a connection that is never made: the browser asks all servers for that. */
async function way(iceServers: readonly RTCIceServer[]): Promise<WayFinding> {
  const connection = new RTCPeerConnection({ iceServers: [...iceServers] })
  try {
    connection.createDataChannel('')
    let isRefused = false
    connection.onicecandidateerror = ({ errorCode, url }) => {
      isRefused ||= errorCode !== NO_ANSWER && /^turns?:/.test(url)
    }
    const gathered = new Promise<void>((resolve) => {
      connection.onicegatheringstatechange = () => {
        if (connection.iceGatheringState === 'complete') resolve()
      }
      setTimeout(resolve, GATHER_MS)
    })
    await connection.setLocalDescription()
    await gathered
    const { sdp = '' } = connection.localDescription ?? {}
    return {
      wayOut: wayOutOf(sdp, iceServers),
      mapping: mappingOf(sdp),
      asked: hostsAfar(iceServers).length,
      isRefused,
      hasRelays: iceServers.some((server) => isTurn(server)),
    }
  } finally {
    connection.close()
  }
}
