/// Hashes runs of pieces (BEP 3: SHA-1 over the files laid end to end) off the main thread.
import { UnreadableFile } from '../../storage/hashing/pieceReader.ts'
import { RunHasher } from '../../storage/hashing/runHasher.ts'
import type { HashReply, HashRequest } from './protocol.ts'

/** How often progress is told: often enough for a smooth bar, rarely enough to cost nothing. */
const PROGRESS_STEP = 4 * 1024 * 1024

let hasher: RunHasher | null = null

/** One run after the other. */
let queue: Promise<void> = Promise.resolve()

self.onmessage = (event: MessageEvent<HashRequest>) => {
  const request = event.data
  if (request.kind === 'files') {
    hasher = new RunHasher(request)
  } else {
    const { firstPiece, pieceCount } = request
    queue = queue
      .then(() => (hasher ? answer(hasher, firstPiece, pieceCount) : undefined))
      .catch((error: unknown) =>
        tell({
          kind: 'failed',
          file: error instanceof UnreadableFile ? error.file : -1,
          message: error instanceof Error ? error.message : String(error),
        }),
      )
  }
}

async function answer(hasher: RunHasher, firstPiece: number, pieceCount: number): Promise<void> {
  let untold = 0
  const digests = await hasher.run(firstPiece, pieceCount, (length) => {
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
