import { mkdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import WebTorrent from 'webtorrent'
import { startNodePeer } from '../../../server/peer/nodePeer.ts'
import { readMetainfo } from '../../../src/torrent/metainfo.ts'
import { ON_LOOPBACK, PLAIN_BY_TCP } from '../../support/onLoopback.ts'

/*
 * One end of a transfer by TCP, in a process of its own: `classicEnd.ts ours|plain give|take TORRENT FOLDER`. A giver has
 * the file in the folder. Writes a line of JSON when it is ready and when it has all; told anything, it says what of the
 * processor it has used since it was ready, and ends.
 */

const [make = '', role = '', path = '', folder = ''] = process.argv.slice(2)
const torrent = await readFile(path)
const say = (said: object) => process.stdout.write(`${JSON.stringify(said)}\n`)

let used = process.cpuUsage()
const ready = () => {
  used = process.cpuUsage()
  say({ kind: 'ready' })
}

process.stdin.once('data', () => {
  const { user, system } = process.cpuUsage(used)
  say({ kind: 'used', cpuSeconds: (user + system) / 1e6 })
  setTimeout(() => process.exit(0), 50)
})

if (make === 'ours') await ours()
else plain()

async function ours(): Promise<void> {
  const { infoHash, name } = await readMetainfo(torrent)
  const place = join(folder, 'ours')
  if (role === 'give') {
    await mkdir(join(place, infoHash), { recursive: true })
    await rename(join(folder, name), join(place, infoHash, name))
  }
  // A site that is not there: pages' ways are not to be taken.
  const peer = await startNodePeer({
    site: 'http://127.0.0.1:9/',
    folder: place,
    classic: ON_LOOPBACK,
    needsSite: false,
  })
  const { engine } = peer
  if (role === 'take') ready()
  const id = await engine.openTorrentFile(torrent)
  const look = () => {
    const share = engine.shares().find((each) => each.id === id)
    if (share?.state === 'ready') void engine.download(id)
    if (share?.state !== 'seeding') return
    stop()
    if (role === 'give') ready()
    else say({ kind: 'done' })
  }
  const stop = engine.subscribe(look)
  look()
}

function plain(): void {
  const client = new WebTorrent(PLAIN_BY_TCP) as unknown as {
    add(file: Uint8Array, options: object): { once(event: 'ready' | 'done', listener: () => void): void }
  }
  if (role === 'take') ready()
  const added = client.add(torrent, { path: folder })
  added.once('done', () => (role === 'give' ? ready() : say({ kind: 'done' })))
}
