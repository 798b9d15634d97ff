import { addressBytes } from '../addresses.ts'

/** Counts what each address has: sockets, HTTP connections or peers. Addresses that have none take no room. */
export class AddressCount {
  readonly #most: number
  readonly #counts = new Map<string, number>()

  /** `most` 0 means no limit. */
  constructor(most: number) {
    this.#most = most
  }

  /** Counts one in; false, without counting it, when its address has as many as it may. */
  enter(address: string): boolean {
    const network = networkOf(address)
    const count = this.#counts.get(network) ?? 0
    if (this.#most !== 0 && count >= this.#most) return false
    this.#counts.set(network, count + 1)
    return true
  }

  has(address: string): boolean {
    return this.#counts.has(networkOf(address))
  }

  leave(address: string): void {
    const network = networkOf(address)
    const count = this.#counts.get(network) ?? 0
    if (count > 1) this.#counts.set(network, count - 1)
    else this.#counts.delete(network)
  }
}

/** An IPv4 address itself; the /64 of an IPv6 address, since that is what one customer has at the least. */
export function networkOf(address: string): string {
  const bytes = addressBytes(address)
  return bytes?.length === 16 ? `${Buffer.from(bytes.subarray(0, 8)).toString('hex')}/64` : address
}
