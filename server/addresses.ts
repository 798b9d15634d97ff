import { isIPv4, isIPv6 } from 'node:net'

/** An address with its IPv4-mapped form (`::ffff:192.0.2.1`) and IPv6 zone (`%eth0`) taken off. */
export function plainAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  return mapped?.[1] ?? address.replace(/%.*$/, '')
}

/** Whether it is this machine's own: all who come through a proxy on it that is not trusted, and who tries things. */
export function isLoopback(address: string): boolean {
  return address === '::1' || (isIPv4(address) && address.startsWith('127.'))
}

/** The 4 or 16 bytes of an address in network order; null when it is none. */
export function addressBytes(address: string): Uint8Array | null {
  if (isIPv4(address)) {
    // One by one: `from` goes through an iterator, and the tracker asks with every HTTP announce.
    const [first, second, third, fourth] = address.split('.')
    return Uint8Array.of(Number(first), Number(second), Number(third), Number(fourth))
  }
  if (!isIPv6(address)) return null
  const [head = '', tail] = address.replace(/%.*$/, '').split('::')
  const front = groupBytes(head)
  const back = groupBytes(tail ?? '')
  const bytes = new Uint8Array(16)
  bytes.set(front, 0)
  bytes.set(back, 16 - back.length)
  return bytes
}

/** The bytes of `2001:db8` or, as the end of an address may be written, `ffff:192.0.2.1`. */
function groupBytes(text: string): number[] {
  if (text === '') return []
  return text.split(':').flatMap((group) => {
    if (group.includes('.')) return group.split('.').map(Number)
    const value = parseInt(group, 16)
    return [value >> 8, value & 0xff]
  })
}
