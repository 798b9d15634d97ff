import type { Bytes, Milliseconds } from '../../core/brand.ts'
import type { Mapping, WayOut } from '../../swarm/link/wayOut.ts'

/** What the site told, as far as the other probes need it. */
export interface Told {
  readonly tracker: string
  readonly iceServers: readonly RTCIceServer[]
}

/** Whether the site's server is reached by HTTP. */
export type SiteFinding =
  | {
      readonly kind: 'ok'
      readonly told: Told
      /** This machine's clock minus the server's; null where that does not tell. */
      readonly skew: Milliseconds | null
    }
  | { readonly kind: 'offline' | 'away' }
  | { readonly kind: 'error'; readonly status: number }

/** Whether the tracker is reached by WebSocket, and answers. */
export type TrackerFinding = 'ok' | 'blocked' | 'silent' | 'members-only'

/** How far this page gets. */
export interface WayFinding {
  readonly wayOut: WayOut
  readonly mapping: Mapping
  /** So many hosts on the internet were asked: one that is silent may be down itself. */
  readonly asked: number
  readonly hasRelays: boolean
  /** One of the relays has answered that it does not take us. */
  readonly isRefused: boolean
}

/** All that was found out; undefined while it is looked at, null for what could not be looked at. */
export interface Findings {
  readonly site?: SiteFinding
  readonly tracker?: TrackerFinding | null
  /** Whether the browser makes connections at all. */
  readonly webRtc?: boolean
  readonly way?: WayFinding | null
  /** What the browser would still keep for the site; null where it does not tell. */
  readonly room?: Bytes | null
}

/** What looks. None has to keep within a time, nor to settle at all. */
export interface Probes {
  readonly site: () => Promise<SiteFinding>
  readonly tracker: (url: string) => Promise<TrackerFinding>
  readonly webRtc: () => Promise<boolean>
  readonly way: (iceServers: readonly RTCIceServer[]) => Promise<WayFinding>
  readonly room: () => Promise<Bytes | null>
}

/** What has not answered by then counts as not there. A way that needs longer is as good as none. */
const LIMIT: Milliseconds = 6_000

/**
 * Looks at what lies between this page and others, most basic first, all within {@link LIMIT} twice. What needs
 * another thing that is not there is not looked at.
 *
 * @param found told whenever there is more
 */
export async function examine(probes: Probes, found: (findings: Findings) => void): Promise<Findings> {
  let findings: Findings = {}
  const note = (more: Findings) => {
    findings = { ...findings, ...more }
    found(findings)
  }
  const room = within(probes.room(), null).then((room) => note({ room }))
  const webRtc = within(probes.webRtc(), false)
  void webRtc.then((webRtc) => note({ webRtc }))
  const site = await within(probes.site(), { kind: 'away' } as const)
  note({ site })
  const told = site.kind === 'ok' ? site.told : null
  const tracker = told ? within(probes.tracker(told.tracker), 'silent') : Promise.resolve(null)
  const mayLook = await webRtc
  const way = told && mayLook ? within(probes.way(told.iceServers), null) : Promise.resolve(null)
  await Promise.all([room, tracker.then((tracker) => note({ tracker })), way.then((way) => note({ way }))])
  return findings
}

/** @param none what stands for no answer, and for a probe that fails */
async function within<T>(probing: Promise<T>, none: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<T>((resolve) => (timer = setTimeout(() => resolve(none), LIMIT)))
  try {
    return await Promise.race([probing, late])
  } catch {
    return none
  } finally {
    clearTimeout(timer)
  }
}
