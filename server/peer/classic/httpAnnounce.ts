import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { Bytes } from '../../../src/core/brand.ts'
import { bytesOfHex } from '../../../src/core/bytes.ts'
import { Bencoded } from '../../../src/torrent/bencode.ts'
import { readCompact, type PeerAddress } from '../../../src/wire/compactPeers.ts'
import { plainHost } from './addresses.ts'
import {
  AnnounceFailed,
  MOST_PEERS,
  type Announce,
  type AnnounceMeans,
  type AnnounceReply,
  type AskedOfTracker,
} from './announce.ts'

/* A tracker over HTTP, asked (BEP 3, BEP 7, BEP 23). Its redirections are not followed: they could lead anywhere. */

const LONGEST_REPLY: Bytes = 256 * 1024

export const announceByHttp: Announce = async (url, asked, means) => {
  const address = new URL(url)
  address.search = `${address.search}${address.search === '' ? '?' : '&'}${queryOf(asked)}`
  return readReply(await fetchBytes(address, means))
}

function queryOf({ infoHash, peerId, event, key, ...rest }: AskedOfTracker): string {
  const members = {
    port: rest.port,
    uploaded: rest.uploaded,
    downloaded: rest.downloaded,
    left: rest.left,
    compact: 1,
    numwant: event === 'stopped' ? 0 : MOST_PEERS,
    key: key.toString(16).padStart(8, '0'),
    ...(event && { event }),
  }
  const pairs = Object.entries(members).map(([name, value]) => `${name}=${value}`)
  return [`info_hash=${escaped(infoHash)}`, `peer_id=${escaped(peerId)}`, ...pairs].join('&')
}

/** Every byte as it is: no text encoding may touch it. */
function escaped(hex: string): string {
  return hex.replace(/../g, '%$&')
}

async function fetchBytes(url: URL, { addressOf, signal }: AnnounceMeans): Promise<Uint8Array> {
  const { address, family } = await addressOf(url.hostname.replace(/^\[|\]$/g, ''))
  const request = url.protocol === 'https:' ? requestSecure : requestPlain
  return new Promise((resolve, reject) => {
    const call = request(url, {
      signal,
      agent: false,
      headers: { 'User-Agent': 'Shoal', 'Accept-Encoding': 'identity' },
      // The host that was looked at, and no other that its name might lead to by now.
      lookup: (_host, options, done) =>
        options.all ? done(null, [{ address, family }]) : done(null, address, family),
    })
    call.on('error', reject)
    call.on('response', (response) => {
      const parts: Uint8Array[] = []
      let length: Bytes = 0
      response.on('data', (bytes: Uint8Array) => {
        length += bytes.length
        if (length > LONGEST_REPLY) call.destroy(new AnnounceFailed('the tracker says too much'))
        else parts.push(bytes)
      })
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(parts))
        else reject(new AnnounceFailed(`the tracker answered ${response.statusCode}`))
      })
    })
    call.end()
  })
}

function readReply(bytes: Uint8Array): AnnounceReply {
  try {
    const members = new Bencoded(bytes).dictionary()
    if (!members) throw new AnnounceFailed('the tracker answered something else')
    const reason = members.get('failure reason')?.text()
    if (typeof reason === 'string') throw new AnnounceFailed(reason.slice(0, 200))
    const count = (name: string) => Math.max(0, members.get(name)?.integer() ?? 0)
    return {
      intervalSeconds: count('interval'),
      population: { seeds: count('complete'), leechers: count('incomplete') },
      peers: [
        ...readPeers(members.get('peers')),
        ...readCompact(members.get('peers6')?.bytes() ?? bytesOfHex(''), 6, MOST_PEERS),
      ],
    }
  } catch (error) {
    if (error instanceof AnnounceFailed) throw error
    throw new AnnounceFailed('the tracker’s answer is damaged', { cause: error })
  }
}

/** In few bytes, or as a list of dictionaries. */
function readPeers(value: Bencoded | undefined): readonly PeerAddress[] {
  const bytes = value?.bytes()
  if (bytes) return readCompact(bytes, 4, MOST_PEERS)
  return (value?.list(MOST_PEERS) ?? []).flatMap((item) => {
    const members = item.dictionary()
    const [host, port] = [members?.get('ip')?.text(), members?.get('port')?.integer()]
    return host && port && port > 0 && port < 65_536 ? [{ host: plainHost(host), port }] : []
  })
}
