import WebTorrent from 'webtorrent'
import { localFiles } from '../../../server/peer/localFiles.ts'
import { startNodePeer } from '../../../server/peer/nodePeer.ts'

/*
 * A peer in Node that gives a file to pages, in a process of its own: `nodeEnd.ts ours|plain SITE FILE FOLDER`. Writes a
 * line of JSON with the info hash when it is ready; told anything, it says what of the processor it has used since then,
 * and ends.
 */

const [make = '', site = '', path = '', folder = ''] = process.argv.slice(2)
const say = (said: object) => process.stdout.write(`${JSON.stringify(said)}\n`)
let used = process.cpuUsage()

function ready(infoHash: string): void {
  used = process.cpuUsage()
  say({ kind: 'ready', infoHash })
}

process.stdin.once('data', () => {
  const { user, system } = process.cpuUsage(used)
  say({ kind: 'used', cpuSeconds: (user + system) / 1e6 })
  setTimeout(() => process.exit(0), 50)
})

if (make === 'ours') await ours()
else plain()

async function ours(): Promise<void> {
  const { engine } = await startNodePeer({ site, folder })
  const id = engine.addFiles(await localFiles(path), 'film.bin')
  const look = () => {
    const share = engine.shares().find((each) => each.id === id)
    if (share?.state !== 'seeding' || share.infoHash === null) return
    stop()
    ready(share.infoHash)
  }
  const stop = engine.subscribe(look)
  look()
}

/** As it comes, but for what would only cost time on one machine. */
function plain(): void {
  const client = new WebTorrent({
    dht: false,
    lsd: false,
    natUpnp: false,
    natPmp: false,
    utp: false,
    tracker: { rtcConfig: { iceServers: [] } },
  }) as unknown as {
    seed(path: string, options: object, seeding: (torrent: { readonly infoHash: string }) => void): void
  }
  const announce = [new URL('announce', site.replace(/^http/, 'ws')).href]
  client.seed(path, { announce }, ({ infoHash }) => ready(infoHash))
}
