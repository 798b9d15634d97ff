/// Hashes runs of pieces (BEP 3: SHA-1 over the files laid end to end) off the main thread.
import { FileLayout } from '../../torrent/fileLayout.ts'
import { PieceReader, UnreadableFile } from '../../storage/hashing/pieceReader.ts'
import { DIGEST_LENGTH, lengthOfPiece } from '../../torrent/pieces.ts'
import type { HashReply, HashRequest } from './protocol.ts'

/** Digests under way at once: reading goes on while SHA-1 runs on the browser's own threads. More measured slower. */
const DIGESTS_IN_FLIGHT = 2

/** How often progress is told: often enough for a smooth bar, rarely enough to cost nothing. */
const PROGRESS_STEP = 4 * 1024 * 1024

let files: readonly Blob[] = []
let layout = new FileLayout([])
let pieceLength = 0

/** One run after the other. */
let queue: Promise<void> = Promise.resolve()

self.onmessage = (event: MessageEvent<HashRequest>) => {
  const request = event.data
  if (request.kind === 'files') {
    files = request.files
    layout = new FileLayout(files.map((file) => file.size))
    pieceLength = request.pieceLength
  } else {
    queue = queue
      .then(() => hashRun(request.firstPiece, request.pieceCount))
      .catch((error: unknown) =>
        tell({
          kind: 'failed',
          file: error instanceof UnreadableFile ? error.file : -1,
          message: error instanceof Error ? error.message : String(error),
        }),
      )
  }
}

async function hashRun(firstPiece: number, pieceCount: number): Promise<void> {
  const digests = new Uint8Array(pieceCount * DIGEST_LENGTH)
  const start = firstPiece * pieceLength
  const end = Math.min(start + pieceCount * pieceLength, layout.size)
  const reader = new PieceReader(files, layout.slices(start, end))
  const inFlight = new Set<Promise<void>>()
  const spare: ArrayBuffer[] = []
  let untold = 0

  for (let index = 0; index < pieceCount; index++) {
    const length = lengthOfPiece(firstPiece + index, layout.size, pieceLength)
    const bytes = await reader.read(length, spare.pop() ?? new ArrayBuffer(pieceLength))
    const digesting = crypto.subtle.digest('SHA-1', bytes).then((digest) => {
      digests.set(new Uint8Array(digest), index * DIGEST_LENGTH)
      spare.push(bytes.buffer)
      inFlight.delete(digesting)
      untold += length
      if (untold >= PROGRESS_STEP) {
        tell({ kind: 'progress', bytes: untold })
        untold = 0
      }
    })
    inFlight.add(digesting)
    if (inFlight.size >= DIGESTS_IN_FLIGHT) await Promise.race(inFlight)
  }
  await Promise.all(inFlight)
  if (untold > 0) tell({ kind: 'progress', bytes: untold })
  tell({ kind: 'run', firstPiece, digests })
}

function tell(reply: HashReply): void {
  self.postMessage(reply, reply.kind === 'run' ? [reply.digests.buffer] : [])
}
