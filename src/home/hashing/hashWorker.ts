/// Hashes runs of pieces (BEP 3: SHA-1 over the files laid end to end) off the main thread.
import { hashRun, type Hashable } from '../../storage/hashing/hashRun.ts'
import { UnreadableFile } from '../../storage/hashing/pieceReader.ts'
import type { HashReply, HashRequest } from './protocol.ts'

/** How often progress is told: often enough for a smooth bar, rarely enough to cost nothing. */
const PROGRESS_STEP = 4 * 1024 * 1024

let hashed: Hashable = { files: [], pieceLength: 0, seal: null }

/** One run after the other. */
let queue: Promise<void> = Promise.resolve()

self.onmessage = (event: MessageEvent<HashRequest>) => {
  const request = event.data
  if (request.kind === 'files') {
    hashed = request
  } else {
    queue = queue
      .then(() => answer(request.firstPiece, request.pieceCount))
      .catch((error: unknown) =>
        tell({
          kind: 'failed',
          file: error instanceof UnreadableFile ? error.file : -1,
          message: error instanceof Error ? error.message : String(error),
        }),
      )
  }
}

async function answer(firstPiece: number, pieceCount: number): Promise<void> {
  let untold = 0
  const digests = await hashRun(hashed, firstPiece, pieceCount, (length) => {
    untold += length
    if (untold < PROGRESS_STEP) return
    tell({ kind: 'progress', bytes: untold })
    untold = 0
  })
  if (untold > 0) tell({ kind: 'progress', bytes: untold })
  tell({ kind: 'run', firstPiece, digests })
}

function tell(reply: HashReply): void {
  self.postMessage(reply, reply.kind === 'run' ? [reply.digests.buffer] : [])
}
