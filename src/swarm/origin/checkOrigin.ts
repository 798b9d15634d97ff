import { lengthOfPiece } from '../../torrent/pieces.ts'
import { FileLayout } from '../../torrent/fileLayout.ts'
import { isPiece } from '../../storage/verifiedReads.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import { readCopy } from './copyRead.ts'
import { OriginError } from './problems.ts'

const SILENCE_MS = 10_000

/**
 * Whether an address is a copy of a share that browsers can use: one piece of it is read, as any viewer would, and
 * compared.
 *
 * @param random 0…1, which piece
 * @param secure the page came by https
 * @throws {OriginError}
 */
export async function checkOrigin(
  url: string,
  metainfo: Metainfo,
  random: () => number,
  fetch: typeof globalThis.fetch,
  secure: boolean,
): Promise<void> {
  const { size, pieceLength, pieces } = metainfo
  const piece = Math.floor(random() * (pieces.length / 20))
  const from = piece * pieceLength
  const bytes = new Uint8Array(lengthOfPiece(piece, size, pieceLength))
  let filled = 0
  await readCopy({
    origin: url,
    secure,
    metainfo,
    layout: FileLayout.of(metainfo),
    from,
    to: from + bytes.length,
    signal: new AbortController().signal,
    received: (part) => {
      bytes.set(part, filled)
      filled += part.length
    },
    fetch,
    silence: SILENCE_MS,
  })
  if (!(await isPiece(bytes, pieces, piece))) throw new OriginError('other-file', { code: 'origin-differs' })
}
