/** Where a host is, as far as its name or number tells: a name may always lead elsewhere. */
export type Reach = 'machine' | 'network' | 'public'

/** Names that are never given out on the internet (RFC 6761, 6762, 8375, 9476, and what routers use). */
const NETWORK_NAMES = /(^|\.)(local|internal|lan|home|intranet|corp|home\.arpa)$/

/** Blocks that lead nowhere on the internet (RFC 6890): first number and length of the prefix. */
const NETWORK_BLOCKS: readonly (readonly [network: number, bits: number])[] = [
  [ipv4(10, 0, 0, 0), 8],
  [ipv4(100, 64, 0, 0), 10],
  [ipv4(169, 254, 0, 0), 16],
  [ipv4(172, 16, 0, 0), 12],
  [ipv4(192, 168, 0, 0), 16],
]

/** @param hostname as `URL` writes it: lower case, IPv4 in four decimal numbers, IPv6 in brackets */
export function reachOf(hostname: string): Reach {
  const host = hostname.replace(/\.$/, '')
  if (host.startsWith('[')) return reachOfIpv6(host.slice(1, -1))
  const numbers = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(host)?.slice(1).map(Number)
  if (numbers) return reachOfIpv4(ipv4(...(numbers as [number, number, number, number])))
  if (host === 'localhost' || host.endsWith('.localhost')) return 'machine'
  // A name without a dot is found by the network one is in, or not at all.
  return !host.includes('.') || NETWORK_NAMES.test(host) ? 'network' : 'public'
}

function reachOfIpv4(address: number): Reach {
  const first = Math.floor(address / 2 ** 24)
  if (first === 127 || first === 0) return 'machine'
  const isNear = NETWORK_BLOCKS.some(
    ([network, bits]) => Math.floor(address / 2 ** (32 - bits)) === Math.floor(network / 2 ** (32 - bits)),
  )
  return isNear ? 'network' : 'public'
}

function reachOfIpv6(address: string): Reach {
  if (address === '::1' || address === '::') return 'machine'
  // IPv4 in IPv6's clothes, which `URL` writes as two hexadecimal groups.
  const mapped = /^::(?:ffff:)?([\da-f]{1,4}):([\da-f]{1,4})$/.exec(address)
  if (mapped?.[1] && mapped[2])
    return reachOfIpv4(Number.parseInt(mapped[1], 16) * 65_536 + Number.parseInt(mapped[2], 16))
  // Unique local (fc00::/7) and link-local (fe80::/10).
  return /^(f[cd]|fe[89ab])/.test(address) ? 'network' : 'public'
}

function ipv4(a: number, b: number, c: number, d: number): number {
  return ((a * 256 + b) * 256 + c) * 256 + d
}
