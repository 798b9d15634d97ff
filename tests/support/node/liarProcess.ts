import { readFile } from 'node:fs/promises'
import { parseInfoHash } from '../../../src/core/infoHash.ts'
import { parseReviewToken } from '../../../src/core/reviewToken.ts'
import { seededRandom } from '../../../src/core/random.ts'
import { deriveReview } from '../../../src/notes/reviewKeys.ts'
import { openScope } from '../../../src/notes/signing.ts'
import { choosePieceLength, pieceCount } from '../../../src/torrent/pieces.ts'
import { noteLies } from '../fuzz/noteLies.ts'
import { LyingPeer } from './lyingPeer.ts'

/**
 * Peers that lie to the pages of a share in every message, over WebRTC; each comes back under another name whenever it
 * is let go. Tells once a second, as a JSON object a line, how much was said to how many; ends when the standard
 * input does.
 *
 *     liarProcess.ts <tracker> <info hash> <path of what is shared> <seed> <how many> <token of a private review>
 */

const [tracker = '', hash = '', path = '', seed = '', count = '', secret = ''] = process.argv.slice(2)
const infoHash = parseInfoHash(hash)
if (!infoHash) throw new Error('That is no info hash.')
const token = parseReviewToken(secret)
if (!token) throw new Error('That is no private review.')
const keys = await deriveReview(infoHash, token)
const content = await readFile(path)
const pieceLength = choosePieceLength(content.length)
const random = seededRandom(Number(seed))
const said = { lies: 0, met: 0, lanes: 0, sealed: 0 }

process.stdin.on('end', () => process.exit(0)).resume()
for (let liar = 0; liar < Number(count); liar++) {
  // Some say what is broken at once, some keep to the forms.
  const bent = liar % 2 === 0 ? 0.002 : 0.03
  const pieces = pieceCount(content.length, pieceLength)
  // One in four holds the link of the private review as well.
  const review = liar % 4 === 2 ? { keys, notes: await noteLies(keys, random) } : null
  const notes = review ? null : await noteLies({ ...openScope(infoHash), certifier: null }, random)
  const share = { tracker, infoHash, pieces, pieceLength, content, notes, review, bent }
  void new LyingPeer(share, seededRandom(Number(seed) + liar), said).live()
}
setInterval(() => process.stdout.write(`${JSON.stringify(said)}\n`), 1000)
