import { mkdir, readFile, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parsePasted } from '../../../src/core/pasted.ts'
import { MAX_TORRENT_FILE, readMetainfo } from '../../../src/torrent/metainfo.ts'
import type { ClassicNetworkOptions } from '../classic/classicNetwork.ts'
import type { Command } from './commandLine.ts'

type Wish = Extract<Command, { kind: 'seed' | 'get' | 'info' }>

/** Nodes that everybody enters the DHT by, who knows no other. */
const BOOTSTRAP = ['router.bittorrent.com:6881', 'router.utorrent.com:6881', 'dht.transmissionbt.com:6881']

/**
 * How to meet peers that are no pages; null for not at all. A link to a share is known to those who were given it,
 * while whatever the DHT is asked for, all the world may learn and fetch. So nobody is looked for there unless that was
 * asked for, or the link comes from that world: then it names trackers that no page can use.
 */
export async function classicOptions(
  wish: Wish,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ClassicNetworkOptions | null> {
  const wanted = wish.bittorrent ?? (wish.kind !== 'seed' && (await namesTheirs(wish.what)))
  if (!wanted) return null
  const nodes = environment['SHOAL_DHT']?.split(',').map((node) => node.trim())
  return {
    port: wish.port,
    policy: { near: true },
    dht: nodes?.filter((node) => node !== '') ?? BOOTSTRAP,
    dhtFile: await cacheFile(environment['XDG_CACHE_HOME']),
    local: true,
  }
}

async function namesTheirs(what: string): Promise<boolean> {
  const found = await stat(what).catch(() => null)
  if (found?.isFile()) {
    if (found.size > MAX_TORRENT_FILE) return false
    // One that cannot be read is told of when it is opened.
    const metainfo = await readMetainfo(await readFile(what)).catch(() => null)
    return (metainfo?.classicTrackers.length ?? 0) > 0
  }
  const link = parsePasted(what)
  // What is in a .torrent file on the web is not known before it is fetched.
  return (
    link.kind === 'torrent-url' || (link.kind === 'invitation' && link.invitation.classicTrackers.length > 0)
  )
}

/** Null where nothing can be kept. */
async function cacheFile(cache: string | undefined): Promise<string | null> {
  const folder = join(cache ?? join(homedir(), '.cache'), 'shoal')
  const made = await mkdir(folder, { recursive: true }).then(
    () => true,
    () => false,
  )
  return made ? join(folder, 'dht.json') : null
}
