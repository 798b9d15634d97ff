import type { AddressCount } from '../tracker/addressCount.ts'
import type { AddressRates } from '../tracker/addressRates.ts'
import type { NodeId } from './nodeId.ts'

/**
 * What other nodes are told of an address begins at this part of its limit, so that they hear of those few who come
 * near it and not of everybody. At each further node an address may have so much more than its limit.
 */
const TOLD_FROM = 1 / 16
/** Networks in one line. */
const MOST_TOLD = 500

/** Limits an address that hold for all nodes together: each tells the others what the busiest have of it. */
export class AddressShares {
  readonly #counts: Readonly<Record<string, AddressCount>>
  readonly #rates: Readonly<Record<string, AddressRates>>
  /** What other nodes have, by what is counted and network. */
  readonly #elsewhere = new Map<NodeId, Map<string, number>>()
  readonly #told = new Set<string>()

  constructor(counts: Readonly<Record<string, AddressCount>>, rates: Readonly<Record<string, AddressRates>>) {
    this.#counts = counts
    this.#rates = rates
    for (const [name, count] of Object.entries(counts)) {
      count.elsewhere = (network) => {
        let sum = 0
        for (const of of this.#elsewhere.values()) sum += of.get(`${name} ${network}`) ?? 0
        return sum
      }
    }
    for (const rate of Object.values(rates)) rate.spent = new Map()
  }

  /** What the others are to be told since the last time: a name, a network and a number for each. */
  due(): readonly string[] {
    const fields: string[] = []
    for (const [name, count] of Object.entries(this.#counts)) {
      for (const network of count.changed) {
        if (fields.length >= MOST_TOLD * 3) break
        count.changed.delete(network)
        const key = `${name} ${network}`
        const has = count.count(network)
        const isMuch = count.most !== 0 && has >= count.most * TOLD_FROM
        if (!isMuch && !this.#told.delete(key)) continue
        if (isMuch) this.#told.add(key)
        fields.push(name, network, String(isMuch ? has : 0))
      }
    }
    for (const [name, { spent, perSecond }] of Object.entries(this.#rates)) {
      for (const [network, requests] of spent ?? []) {
        if (requests >= perSecond * TOLD_FROM && fields.length < MOST_TOLD * 3) {
          fields.push(name, network, String(requests))
        }
      }
      spent?.clear()
    }
    return fields
  }

  /** For one that has just come: all that the others were told. */
  all(): readonly string[] {
    return [...this.#told].slice(0, MOST_TOLD).flatMap((key) => {
      const [name = '', network = ''] = key.split(' ')
      return [name, network, String(this.#counts[name]?.count(network) ?? 0)]
    })
  }

  heard(from: NodeId, fields: readonly string[]): void {
    let of = this.#elsewhere.get(from)
    if (!of) this.#elsewhere.set(from, (of = new Map<string, number>()))
    for (let at = 0; at + 2 < fields.length; at += 3) {
      const [name = '', network = '', number = ''] = fields.slice(at, at + 3)
      const value = Number(number)
      if (name in this.#rates) this.#rates[name]?.charge(network, value)
      else if (value > 0) of.set(`${name} ${network}`, value)
      else of.delete(`${name} ${network}`)
    }
  }

  gone(id: NodeId): void {
    this.#elsewhere.delete(id)
  }
}
