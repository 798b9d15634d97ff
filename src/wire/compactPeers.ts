/* Peers' addresses as trackers and peers write them in few bytes (BEP 7, BEP 11, BEP 23). */

/** Where a peer waits for connections by TCP. */
export interface PeerAddress {
  /** A number in the shortest form, not a name. */
  readonly host: string
  readonly port: number
}

export type Family = 4 | 6

const PORT_LENGTH = 2
const HOST_LENGTH = { 4: 4, 6: 16 } as const

/** The first `most` of the addresses in these bytes; a rest that is too short for one is ignored. */
export function readCompact(bytes: Uint8Array, family: Family, most: number): PeerAddress[] {
  const length = HOST_LENGTH[family] + PORT_LENGTH
  const found: PeerAddress[] = []
  for (let at = 0; at + length <= bytes.length && found.length < most; at += length) {
    const host = hostOf(bytes.subarray(at, at + length - PORT_LENGTH))
    const port = (bytes[at + length - 2] ?? 0) * 256 + (bytes[at + length - 1] ?? 0)
    if (port > 0) found.push({ host, port })
  }
  return found
}

/** Those of the addresses that are of this family. */
export function writeCompact(addresses: readonly PeerAddress[], family: Family): Uint8Array {
  const bytes = addresses
    .filter(({ host }) => familyOf(host) === family)
    .flatMap(({ host, port }) => [
      ...(family === 4 ? bytesOfIpv4(host) : bytesOfIpv6(host)),
      port >> 8,
      port & 255,
    ])
  return new Uint8Array(bytes)
}

export function familyOf(host: string): Family {
  return host.includes(':') ? 6 : 4
}

/** Host and port in one, as addresses are told apart and shown. */
export function textOf({ host, port }: PeerAddress): string {
  return familyOf(host) === 6 ? `[${host}]:${port}` : `${host}:${port}`
}

function hostOf(bytes: Uint8Array): string {
  if (bytes.length === HOST_LENGTH[4]) return bytes.join('.')
  const groups = Array.from({ length: 8 }, (_, at) =>
    ((bytes[2 * at] ?? 0) * 256 + (bytes[2 * at + 1] ?? 0)).toString(16),
  )
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1)
}

function bytesOfIpv4(host: string): readonly number[] {
  return host.split('.').map(Number)
}

function bytesOfIpv6(host: string): readonly number[] {
  const [head = '', tail] = new URL(`http://[${host}]`).hostname.slice(1, -1).split('::')
  const groupsOf = (text: string) => (text === '' ? [] : text.split(':'))
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')]
  const between = new Array<string>(8 - before.length - after.length).fill('0')
  return [...before, ...between, ...after].flatMap((group) => {
    const value = Number.parseInt(group, 16)
    return [value >> 8, value & 255]
  })
}
