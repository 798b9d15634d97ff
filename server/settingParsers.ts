import { availableParallelism } from 'node:os'
import { BlockList, isIP } from 'node:net'
import type { IceServer } from '../src/wire/siteConfig.ts'
import { addToBlockList, type ProxyTrust } from './proxies.ts'

/** Says what was expected of a setting and what came, without the setting's name. */
export class SettingProblem extends Error {}

const ICE_SCHEME = /^(stuns?|turns?):[^\s/?#]+(\?transport=(udp|tcp))?$/
const HOST_NAME = /^[a-z0-9_]([a-z0-9._-]*[a-z0-9])?$/i

/** Digits only, within limits that are both allowed. */
export function wholeNumber(minimum: number, maximum: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN
    if (!(value >= minimum && value <= maximum)) {
      throw new SettingProblem(`must be a whole number from ${minimum} to ${maximum}, not ${quote(text)}`)
    }
    return value
  }
}

export function oneOf<Word extends string>(...words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const word = words.find((candidate) => candidate === text)
    if (word === undefined) throw new SettingProblem(`must be one of ${words.join(', ')}, not ${quote(text)}`)
    return word
  }
}

export function yesOrNo(text: string): boolean {
  return oneOf('yes', 'no')(text) === 'yes'
}

/** Hosts with their ports, and commas between them. */
export function hostsAndPorts(text: string): readonly string[] {
  return text.split(',').map((item) => {
    const [, host = '', port = ''] = /^([^:]+):(\d{1,5})$/.exec(item.trim()) ?? []
    if (!HOST_NAME.test(host) || Number(port) < 1 || Number(port) > 65_535) {
      throw new SettingProblem(`must be hosts with ports, such as dht.example.org:6881, not ${quote(text)}`)
    }
    return item.trim()
  })
}

/** An address of this machine, or a name that resolves to one. */
export function listenHost(text: string): string {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text
  if (isIP(bare) === 0 && !HOST_NAME.test(bare)) {
    throw new SettingProblem(`must be an IP address or a host name, such as 127.0.0.1, not ${quote(text)}`)
  }
  return bare
}

/** A port of a service that can be left out: null, written 0, for none. */
export function optionalPort(text: string): number | null {
  return wholeNumber(0, 65_535)(text) || null
}

/** The address of a PostgreSQL; never repeated in an error, since it holds a password. */
export function postgresUrl(text: string): string {
  const url = URL.parse(text)
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol)) {
    throw new SettingProblem('must be an address such as postgres://user:password@host:5432/database')
  }
  return text
}

const LEAST_SECRET_LENGTH = 16

/** A secret long enough not to be guessed; never repeated in an error. */
export function secret(text: string): string {
  if (text.length < LEAST_SECRET_LENGTH) {
    throw new SettingProblem(`must have ${LEAST_SECRET_LENGTH} characters at least`)
  }
  return text
}

/**
 * The site's own address as visitors see it: http or https, perhaps with a path, which then ends with a slash; without
 * query or fragment.
 */
export function publicUrl(text: string): URL {
  const problem = new SettingProblem(
    `must be an address such as https://share.example.org or https://example.org/shoal/, not ${quote(text)}`,
  )
  let url: URL
  try {
    url = new URL(text)
  } catch {
    throw problem
  }
  const bare = PLAIN_PATH.test(url.pathname) && url.search === '' && url.hash === '' && url.username === ''
  if (!['http:', 'https:'].includes(url.protocol) || !bare || url.password !== '') throw problem
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url
}

/** Looks the same in an address, in HTML, in a header and in a pattern. */
const PLAIN_PATH = /^(\/[\w.~-]+)*\/?$/

const UNITS: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 }

/** A number of bytes with its unit, such as 20GB. */
export function size(text: string): number {
  const [, digits = '', unit = ''] = /^(\d{1,12}(?:\.\d{1,3})?) ?([kMGT]?B)$/.exec(text) ?? []
  const bytes = Math.floor(Number(digits) * (UNITS[unit] ?? NaN))
  if (!(bytes >= 1 && bytes <= 1e15)) {
    throw new SettingProblem(`must be a size such as 20GB or 500MB, not ${quote(text)}`)
  }
  return bytes
}

/** `auto`, which is one a core, or a number. */
export function processes(text: string): number {
  if (text === 'auto') return availableParallelism()
  const number = Number(text)
  if (Number.isInteger(number) && number >= 1 && number <= 256) return number
  throw new SettingProblem(`must be auto or a whole number from 1 to 256, not ${quote(text)}`)
}

/** `always`, `never`, or a number of people: how many have to be there. */
export function peersFrom(text: string): number {
  if (text === 'always') return 0
  return text === 'never' ? Infinity : wholeNumber(2, 1_000_000)(text)
}

/** Web addresses by names that are paths, such as `news=https://example.org/index.m3u8`. */
export function namedAddresses(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const entry of text.split(/\s+/)) {
    const [, name = '', address = ''] = /^([\w.-]+(?:\/[\w.-]+)*)=(https?:\/\/.+)$/.exec(entry) ?? []
    if (name === '' || name.split('/').some((part) => part.startsWith('.')) || !URL.canParse(address))
      throw new SettingProblem('must be names and web addresses, such as news=https://example.org/index.m3u8')
    found.set(name, address)
  }
  return found
}

export function positiveNumber(text: string): number {
  const number = Number(text)
  if (!(number > 0 && number <= 1_000_000))
    throw new SettingProblem(`must be a number above 0, not ${quote(text)}`)
  return number
}

/** `*`, or origins separated by commas. */
export function embedders(text: string): readonly string[] {
  if (text === '*') return ['*']
  return text.split(',').map((each) => {
    const url = URL.parse(each.trim())
    if (!url || !['http:', 'https:'].includes(url.protocol) || url.href !== `${url.origin}/`) {
      throw new SettingProblem(`must be * or addresses such as https://example.org, not ${quote(each)}`)
    }
    return url.origin
  })
}

/** Addresses of a TURN server, separated by commas. */
export function turnUrls(text: string): readonly string[] {
  return text.split(',').map((each) => {
    const url = each.trim()
    if (!/^turns?:/.test(url) || !ICE_SCHEME.test(url)) {
      throw new SettingProblem(
        `must hold turn: or turns: addresses such as turn:turn.example.org:3478, separated by commas, not ${quote(url)}`,
      )
    }
    return url
  })
}

/** Addresses of Valkey or Redis, separated by commas; never repeated in an error, as they may hold a password. */
export function valkeyUrls(text: string): readonly string[] {
  const urls = text.split(',').map((each) => {
    const url = URL.parse(each.trim())
    const isSentinel = url?.protocol === 'sentinel:'
    if (!url || !['redis:', 'rediss:', 'sentinel:'].includes(url.protocol) || url.hostname === '') {
      throw new SettingProblem(
        'must hold redis: or rediss: addresses such as redis://10.0.0.5:6379, or those of Sentinels such as sentinel://10.0.0.5:26379/NAME, separated by commas',
      )
    }
    if (isSentinel && !/^\/[\w.-]+$/.test(url.pathname)) {
      throw new SettingProblem(
        'must name what the Sentinels watch: sentinel://10.0.0.5:26379/NAME, as in their “sentinel monitor NAME …”',
      )
    }
    return url
  })
  const [first] = urls
  const isLike = (url: URL): boolean =>
    url.protocol === first?.protocol && (url.protocol !== 'sentinel:' || url.pathname === first.pathname)
  if (!urls.every(isLike)) throw new SettingProblem('must hold addresses of one kind')
  return urls.map(({ href }) => href)
}

export function clusterName(text: string): string {
  if (!/^[a-z0-9_-]{1,40}$/i.test(text)) {
    throw new SettingProblem(`must be a word of letters, digits, - and _, not ${quote(text)}`)
  }
  return text
}

/** A JSON array of `RTCIceServer`, or URLs separated by commas. */
export function iceServers(text: string): readonly IceServer[] {
  if (!text.trimStart().startsWith('[')) {
    const urls = text.split(',').map((url) => url.trim())
    return urls.filter((url) => url !== '').map((url) => checkedIceServer({ urls: url }))
  }
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch {
    throw new SettingProblem(`must be JSON, such as [{"urls":"stun:stun.example.org"}], not ${quote(text)}`)
  }
  return (list as unknown[]).map(checkedIceServer)
}

function checkedIceServer(item: unknown): IceServer {
  const { urls, username, credential } = (item ?? {}) as Record<string, unknown>
  const list: unknown[] = Array.isArray(urls) ? urls : [urls]
  if (list.length === 0 || !list.every((url) => typeof url === 'string' && ICE_SCHEME.test(url))) {
    throw new SettingProblem(
      `must hold stun:, stuns:, turn: or turns: addresses such as stun:stun.example.org:3478, not ${quote(JSON.stringify(urls ?? item))}`,
    )
  }
  const checked = list as string[]
  if (typeof username === 'string' && typeof credential === 'string')
    return { urls: checked, username, credential }
  // A browser throws on such a server, and then no connection at all is made.
  if (checked.some((url) => url.startsWith('turn'))) {
    throw new SettingProblem(
      'must give a turn: server its username and credential, as JSON: [{"urls":"turn:…","username":"…","credential":"…"}]; for credentials that end there are TURN_URLS and TURN_SECRET',
    )
  }
  return { urls: checked }
}

/** `0`, a number of hops, or addresses and networks (CIDR) separated by commas. */
export function proxyTrust(text: string): ProxyTrust {
  if (/^\d{1,2}$/.test(text)) {
    const hops = Number(text)
    return hops === 0 ? { kind: 'none' } : { kind: 'hops', hops }
  }
  const networks = new BlockList()
  for (const network of text.split(',')) {
    if (!addToBlockList(networks, network.trim())) {
      throw new SettingProblem(
        `must be a number of proxies, or addresses and networks such as 127.0.0.1,10.0.0.0/8, not ${quote(text)}`,
      )
    }
  }
  return { kind: 'networks', networks }
}

/** A value as an error line can hold it: short, without line breaks. */
function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}
