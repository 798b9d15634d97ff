import type { Bytes } from '../../core/brand.ts'
import { FileUnreadable, type HashPieces } from '../../storage/hashing/hashPieces.ts'
import { piecesOf } from '../../storage/hashing/hashRun.ts'
import { DIGEST_LENGTH } from '../../torrent/pieces.ts'
import type { HashReply, HashRequest } from './protocol.ts'

/** Bytes of one run: enough to stream well, little enough that the workers finish together. */
const RUN: Bytes = 32 * 1024 * 1024

/** Runs that a worker knows of: it goes on to the next one without waiting for a busy page. */
const RUNS_AHEAD = 2

/** More than this many workers measured no faster: reading is then the limit. */
const MOST_WORKERS = 4

/** See {@link HashPieces}: on workers, each of which holds a few pieces. */
export const hashPieces: HashPieces = async (files, options) => {
  const { pieceLength, seal = null, signal } = options
  signal.throwIfAborted()
  const hashed = { files, pieceLength, seal }
  const count = piecesOf(hashed)
  const digests = new Uint8Array(count * DIGEST_LENGTH)
  if (count === 0) return digests

  const perRun = Math.max(1, Math.floor(RUN / pieceLength))
  const runs = Array.from({ length: Math.ceil(count / perRun) }, (_, index) => index * perRun)
  const workers = Array.from({ length: Math.min(workersThatHelp(), runs.length) }, startWorker)
  let done = 0

  const finished = new Promise<void>((resolve, reject) => {
    let left = runs.length
    const askers: (() => void)[] = []
    signal.addEventListener('abort', () => reject(asError(signal.reason)), { once: true })
    for (const worker of workers) {
      const next = () => {
        const firstPiece = runs.shift()
        if (firstPiece === undefined) return
        ask(worker, { kind: 'run', firstPiece, pieceCount: Math.min(perRun, count - firstPiece) })
      }
      worker.onmessage = (event: MessageEvent<HashReply>) => {
        const reply = event.data
        if (reply.kind === 'failed') {
          reject(new FileUnreadable(reply.file, reply.message))
          return
        }
        if (reply.kind === 'progress') {
          done += reply.bytes
          options.progress(done)
          return
        }
        digests.set(reply.digests, reply.firstPiece * DIGEST_LENGTH)
        if (--left === 0) resolve()
        else next()
      }
      askers.push(next)
      worker.onerror = () => reject(new Error('worker-failed'))
      ask(worker, { kind: 'files', ...hashed })
    }
    for (let ahead = 0; ahead < RUNS_AHEAD; ahead++) for (const next of askers) next()
  })
  try {
    await finished
  } finally {
    for (const worker of workers) worker.terminate()
  }
  return digests
}

function workersThatHelp(): number {
  // One more than the cores measured no faster, and took frames from the page.
  return Math.min(MOST_WORKERS, navigator.hardwareConcurrency)
}

function startWorker(): Worker {
  return new Worker(new URL('./hashWorker.ts', import.meta.url), { type: 'module', name: 'hash' })
}

function ask(worker: Worker, request: HashRequest): void {
  worker.postMessage(request)
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}
