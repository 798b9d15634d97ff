import { readFile, stat } from 'node:fs/promises'
import { parsePasted } from '../../../src/core/pasted.ts'
import type { Engine } from '../../../src/swarm/engineApi.ts'
import { fetchTorrent } from '../../../src/swarm/fetchTorrent.ts'
import type { ShareSnapshot } from '../../../src/swarm/snapshot.ts'
import { MAX_TORRENT_FILE } from '../../../src/torrent/metainfo.ts'
import { pasteWords } from './problemWords.ts'
import type { Screen } from './screen.ts'
import { CommandFailed, whenShare } from './shareWatch.ts'

interface Watch {
  readonly screen: Screen
  readonly signal: AbortSignal
  /** Of what is sealed; null for none. */
  readonly password: string | null
}

/**
 * Opens what was named on the command line, and waits until its files are known.
 *
 * @throws {CommandFailed}
 */
export async function openWhat(engine: Engine, what: string, watch: Watch): Promise<ShareSnapshot> {
  const id = await open(engine, what, watch.signal)
  // Whoever typed the command wants what the link names; of their own network they may not know that it does.
  const hosts = engine.shares().find((share) => share.id === id)?.contacts.trackers ?? []
  if (hosts.length > 0) {
    watch.screen.say(`Asks ${hosts.join(', ')} as well, which it names.`)
    engine.contact(id, hosts)
  }
  const isKnown = (share: ShareSnapshot) => share.files.length > 0 && share.state !== 'fetching'
  let known = await whenShare(engine, id, (share) => isKnown(share) || share.seal === 'asks', watch)
  if (known.seal === 'asks') {
    if (watch.password === null)
      throw new CommandFailed('It has a password: tell it by --password-file or SHOAL_PASSWORD.')
    await engine.unlock(id, watch.password)
    known = await whenShare(engine, id, isKnown, watch)
  }
  if (known.seal === 'locked')
    watch.screen.say(
      'It is sealed, and its key is missing: the end of the link, from “&key=” on. Was it in quotes?',
    )
  return known
}

async function open(engine: Engine, what: string, signal: AbortSignal): Promise<string> {
  const found = await stat(what).catch(() => null)
  if (found?.isFile()) {
    if (found.size > MAX_TORRENT_FILE)
      throw new CommandFailed(`“${what}” is no .torrent file: it is too large.`)
    return engine.openTorrentFile(await readFile(what))
  }
  const link = parsePasted(what)
  switch (link.kind) {
    case 'invitation':
      return engine.open(link.invitation)
    case 'torrent-url':
      return engine.openTorrentFile(await fetchTorrent(link.url, signal))
    case 'several':
      throw new CommandFailed('One link at a time.')
    case 'unknown':
      throw new CommandFailed(pasteWords(link.problem))
  }
}
