import type { PictureReply, PictureRequest, PictureSource } from './pictureProtocol.ts'

/** Makes pictures small beside the page: unpacking is done aside by browsers themselves, and making small is not. */
export class PictureMaker {
  #worker: Worker | null = null
  readonly #waiting = new Map<number, (picture: ImageBitmap | null) => void>()
  #nextId = 0
  #failed = false

  /** Null for what cannot be shown so. */
  make(source: PictureSource): Promise<ImageBitmap | null> {
    if (this.#failed) {
      if ('still' in source) source.still.close()
      return Promise.resolve(null)
    }
    const id = this.#nextId++
    const { promise, resolve } = Promise.withResolvers<ImageBitmap | null>()
    this.#waiting.set(id, resolve)
    this.#worker ??= this.#start()
    this.#worker.postMessage(
      { id, ...source } satisfies PictureRequest,
      'still' in source ? [source.still] : [],
    )
    return promise
  }

  end(): void {
    this.#worker?.terminate()
    this.#answerAll()
  }

  #start(): Worker {
    const worker = new Worker(new URL('./pictureWorker.ts', import.meta.url), {
      type: 'module',
      name: 'pictures',
    })
    worker.onmessage = ({ data: { id, picture } }: MessageEvent<PictureReply>) => {
      this.#waiting.get(id)?.(picture)
      this.#waiting.delete(id)
    }
    // Its code did not come: rows show what kind of file it is, as others do.
    worker.onerror = () => {
      this.#failed = true
      this.#answerAll()
    }
    return worker
  }

  #answerAll(): void {
    for (const answer of this.#waiting.values()) answer(null)
    this.#waiting.clear()
  }
}
