import { readFile } from 'node:fs/promises'
import { parseInfoHash } from '../../../src/core/infoHash.ts'
import { seededRandom } from '../../../src/core/random.ts'
import { choosePieceLength, pieceCount } from '../../../src/torrent/pieces.ts'
import { noteLies } from '../fuzz/noteLies.ts'
import { LyingPeer } from './lyingPeer.ts'

/**
 * Peers that lie to the pages of a share in every message, over WebRTC; each comes back under another name whenever it
 * is let go. Tells once a second, as a JSON object a line, how much was said to how many; ends when the standard
 * input does.
 *
 *     liarProcess.ts <tracker> <info hash> <path of what is shared> <seed> <how many>
 */

const [tracker = '', hash = '', path = '', seed = '', count = ''] = process.argv.slice(2)
const infoHash = parseInfoHash(hash)
if (!infoHash) throw new Error('That is no info hash.')
const content = await readFile(path)
const pieceLength = choosePieceLength(content.length)
const random = seededRandom(Number(seed))
const said = { lies: 0, met: 0, lanes: 0 }

process.stdin.on('end', () => process.exit(0)).resume()
for (let liar = 0; liar < Number(count); liar++) {
  // Some say what is broken at once, some keep to the forms.
  const bent = liar % 2 === 0 ? 0.002 : 0.03
  const notes = await noteLies(infoHash, random)
  const pieces = pieceCount(content.length, pieceLength)
  const share = { tracker, infoHash, pieces, pieceLength, content, notes, bent }
  void new LyingPeer(share, seededRandom(Number(seed) + liar), said).live()
}
setInterval(() => process.stdout.write(`${JSON.stringify(said)}\n`), 1000)
