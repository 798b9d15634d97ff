import type { Milliseconds } from '../../../src/core/brand.ts'
import type { HostStats, LineOptions } from './network.ts'
import type { Endpoint } from './relays.ts'

/** What the lab and its thread say to each other. */

/** What the thread is started with. */
export interface LabSetup {
  readonly hosts: Readonly<Record<string, LineOptions>>
  /** Of the random losses. */
  readonly seed: number
}

/** Each is answered by one {@link LabReply} of the same number. */
export interface LabCall {
  readonly call: number
  readonly request: LabRequest
}

export type LabRequest =
  | { readonly kind: 'relay'; readonly host: string; readonly target: Endpoint }
  | { readonly kind: 'ping'; readonly host: string }
  | { readonly kind: 'pings'; readonly host: string }
  | { readonly kind: 'report' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'stop' }

export interface LabReply {
  readonly call: number
  readonly answer: number | LabReport | PingReport | null
}

export interface LabReport {
  readonly hosts: Readonly<Record<string, HostStats>>
  /** For how long the lab's time stood still because the machine was too busy. */
  readonly stood: Milliseconds
}

/** Since the last report. */
export interface PingReport {
  readonly roundTrips: readonly Milliseconds[]
  readonly sent: number
}
