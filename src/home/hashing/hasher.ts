import type { Bytes } from '../../core/brand.ts'
import { FileUnreadable, type HashPieces } from '../../storage/hashing/hashPieces.ts'
import { piecesOf } from '../../storage/hashing/runHasher.ts'
import { DIGEST_LENGTH } from '../../torrent/pieces.ts'
import type { HashReply, HashRequest } from './protocol.ts'

/** Bytes of one run: enough to stream well, little enough that the workers finish together. */
const RUN: Bytes = 32 * 1024 * 1024

/** Runs that a worker knows of: it goes on to the next one without waiting for a busy page. */
const RUNS_AHEAD = 2

/**
 * Then another one takes its place, 256 MiB later. What is left to the garbage collector for each read and each record
 * that is sealed is small, but there are many, and Chromium does not hurry: 30 MB for each GB otherwise.
 */
const RUNS_OF_A_WORKER = 8

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
  const workers = new Set<Worker>()
  let done = 0
  let left = runs.length

  const finished = new Promise<void>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(asError(signal.reason)), { once: true })
    const hire = () => {
      const worker = startWorker()
      workers.add(worker)
      let asked = 0
      let answered = 0
      const next = () => {
        const firstPiece = runs.shift()
        if (firstPiece === undefined) return
        ask(worker, { kind: 'run', firstPiece, pieceCount: Math.min(perRun, count - firstPiece) })
        // The one that follows starts while this one is at its last runs.
        if (++asked === RUNS_OF_A_WORKER && runs.length > 0) hire()
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
        if (asked < RUNS_OF_A_WORKER) next()
        if (++answered < asked) return
        worker.terminate()
        workers.delete(worker)
      }
      worker.onerror = () => reject(new Error('worker-failed'))
      ask(worker, { kind: 'files', ...hashed })
      for (let ahead = 0; ahead < RUNS_AHEAD; ahead++) next()
    }
    for (let index = Math.min(workersThatHelp(), runs.length); index > 0; index--) hire()
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
