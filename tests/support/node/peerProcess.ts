import { createHash } from 'node:crypto'
import WebTorrent, { type PlainFile } from 'webtorrent'

/**
 * A plain webtorrent client, as anybody's program would run it: a process of its own that seeds what it is
 * given or fetches what a magnet names. It tells what happens as one JSON object a line, and ends when its
 * standard input does.
 *
 *     peerProcess.ts seed <tracker> <path>…
 *     peerProcess.ts fetch <tracker> <folder> <magnet>
 */

const [role, tracker = '', first = '', ...rest] = process.argv.slice(2)

const client = new WebTorrent({
  dht: false,
  lsd: false,
  utPex: false,
  utp: false,
  natUpnp: false,
  natPmp: false,
  // No STUN server: loopback needs none, and one that cannot be reached delays every connection.
  tracker: { rtcConfig: { iceServers: [] } },
})

client.on('error', (error: unknown) => fail(String(error)))
process.stdin.on('end', () => process.exit(0)).resume()

const announce = [tracker]
if (role === 'seed') {
  client.seed([first, ...rest], { announce }, (torrent) =>
    tell({ event: 'seeding', magnet: torrent.magnetURI }),
  )
} else if (role === 'fetch') {
  const torrent = client.add(rest.join(' '), { announce, path: first })
  torrent.on('metadata', () => tell({ event: 'metadata' }))
  torrent.once('download', () => tell({ event: 'begun' }))
  // What a tracker refuses comes as a warning, as do connections to others that fail.
  torrent.on('warning', (warning) => {
    const problem = String(warning)
    if (!problem.includes('Connection error:')) tell({ event: 'refused', problem })
  })
  torrent.on('done', () => {
    void hashesOf(torrent.files).then((files) => tell({ event: 'done', files }))
  })
} else {
  fail(`Unknown role ${role ?? ''}`)
}

async function hashesOf(files: readonly PlainFile[]): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {}
  for (const file of files) {
    const hash = createHash('sha1')
    if (file.length > 0) for await (const chunk of file) hash.update(chunk)
    hashes[file.path] = hash.digest('hex')
  }
  return hashes
}

function tell(event: object): void {
  process.stdout.write(`${JSON.stringify(event)}\n`)
}

function fail(problem: string): void {
  tell({ event: 'failed', problem })
  process.exitCode = 1
}
