import { addressBytes } from '../addresses.ts'

/** Counts what each address has: sockets, HTTP connections or peers. Addresses that have none take no room. */
export class AddressCount {
  readonly #most: number
  readonly #counts = new Map<string, number>()
  /** What other nodes of a cluster have of a network; null where there are none. */
  elsewhere: ((network: string) => number) | null = null
  /** Networks whose count has changed, for who tells the other nodes of it. */
  readonly changed = new Set<string>()

  /** `most` 0 means no limit. */
  constructor(most: number) {
    this.#most = most
  }

  /** Counts one in; false, without counting it, when its address has as many as it may. */
  enter(address: string): boolean {
    const network = networkOf(address)
    const count = this.#counts.get(network) ?? 0
    const everywhere = count + (this.elsewhere?.(network) ?? 0)
    if (this.#most !== 0 && everywhere >= this.#most) return false
    this.#set(network, count + 1)
    return true
  }

  /** Counts one in that another node had counted until now. */
  takeOver(address: string): void {
    const network = networkOf(address)
    this.#set(network, this.count(network) + 1)
  }

  get most(): number {
    return this.#most
  }

  count(network: string): number {
    return this.#counts.get(network) ?? 0
  }

  has(address: string): boolean {
    return this.#counts.has(networkOf(address))
  }

  leave(address: string): void {
    const network = networkOf(address)
    this.#set(network, this.count(network) - 1)
  }

  #set(network: string, count: number): void {
    if (count > 0) this.#counts.set(network, count)
    else this.#counts.delete(network)
    if (this.elsewhere) this.changed.add(network)
  }
}

/** An IPv4 address itself; the /64 of an IPv6 address, since that is what one customer has at the least. */
export function networkOf(address: string): string {
  const bytes = addressBytes(address)
  return bytes?.length === 16 ? `${Buffer.from(bytes.subarray(0, 8)).toString('hex')}/64` : address
}
