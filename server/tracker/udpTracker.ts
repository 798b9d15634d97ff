import { isIPv6 } from 'node:net'
import type { Milliseconds } from '../../src/core/brand.ts'
import type { AddressedTracker, Refusal } from './addressedTracker.ts'
import { ConnectionIds } from './connectionIds.ts'
import { ALONE, type Readiness } from './readiness.ts'
import {
  readUdpRequest,
  writeUdpAnnounce,
  writeUdpConnect,
  writeUdpError,
  writeUdpScrape,
  type UdpRequest,
} from './udpMessages.ts'

export interface UdpTrackerOptions {
  readonly tracker: AddressedTracker
  readonly now: () => Milliseconds
  /** False when an address asks too often; asked only for those who have proved to receive at theirs. */
  readonly allow: (address: string) => boolean
  /**
   * The same for those who have proved nothing. Counted apart: the address may be forged, and whoever it belongs to
   * should not be shut out by it.
   */
  readonly allowUnproven: (address: string) => boolean
  /** Of this node alone by default. */
  readonly connectionIds?: Pick<ConnectionIds, 'issue' | 'isValid'>
  readonly ready?: Readiness
}

/**
 * The UDP tracker (BEP 15) without its socket.
 *
 * Never an amplifier: who has not proved to receive at its address gets 16 bytes for 16 at the most, and
 * nothing at all for anything but a connect request.
 */
export class UdpTracker {
  readonly #options: UdpTrackerOptions
  readonly #connectionIds: Pick<ConnectionIds, 'issue' | 'isValid'>
  readonly #ready: Readiness

  constructor(options: UdpTrackerOptions) {
    this.#options = options
    this.#connectionIds = options.connectionIds ?? new ConnectionIds(options.now)
    this.#ready = options.ready ?? ALONE
  }

  /**
   * What to send back to `address` and `port`, from where `datagram` came; null for nothing. No datagram makes it
   * throw, but the accounts may, such as when the disk fails.
   */
  respond(datagram: Buffer, address: string, port: number): Buffer | null | Promise<Buffer> {
    const { allow, allowUnproven } = this.#options
    const request = readUdpRequest(datagram, address, port)
    if (!request) return null
    if (request.kind === 'connect') {
      if (!allowUnproven(address)) return null
      return writeUdpConnect(request.transactionId, this.#connectionIds.issue(address))
    }
    // A wrong id gets nothing and counts nowhere: to count it would shut out the address that it is forged for.
    if (!this.#connectionIds.isValid(request.connectionId, address) || !allow(address)) return null
    return request.kind === 'announce'
      ? this.#ready.joining(request.announce.infoHash, () => this.#announce(request))
      : this.#ready.counting(request.infoHashes, () => this.#scrape(request, address))
  }

  #announce({ transactionId, announce, urlData }: Extract<UdpRequest, { kind: 'announce' }>): Buffer {
    const { tracker } = this.#options
    const admitted = tracker.admit(passkeyOf(urlData))
    if ('refusal' in admitted) return refuse(transactionId, admitted)
    const reply = tracker.announce(admitted.member, announce)
    if ('refusal' in reply) return refuse(transactionId, reply)
    return writeUdpAnnounce(transactionId, reply, isIPv6(announce.address))
  }

  /** A scrape has no room for a passkey: among members, who has a peer at this address is taken for one. */
  #scrape({ transactionId, infoHashes }: Extract<UdpRequest, { kind: 'scrape' }>, address: string): Buffer {
    const { tracker } = this.#options
    const admitted = tracker.hasPeersAt(address) ? null : tracker.admit(null)
    if (admitted && 'refusal' in admitted) return refuse(transactionId, admitted)
    const counts = tracker.scrape(infoHashes)
    return 'refusal' in counts ? refuse(transactionId, counts) : writeUdpScrape(transactionId, counts)
  }
}

function passkeyOf(urlData: string): string | null {
  return /^\/announce\/([^/?#]+)/.exec(urlData)?.[1] ?? null
}

function refuse(transactionId: Buffer, { refusal }: Refusal): Buffer {
  return writeUdpError(transactionId, refusal)
}
