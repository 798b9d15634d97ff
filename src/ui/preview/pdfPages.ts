import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist'

/// Pages of a PDF as pictures, by a library that comes with its first page.

/** Pixels; a hostile document may name a page of any size. */
const MOST_PIXELS = 8_000_000
const LONGEST_SIDE = 8192
/** Of pictures in a page, which are unpacked whole. */
const LARGEST_PICTURE = 64_000_000

/** What the library needs for some pictures, and nobody else: fetched when a page has one. */
const UNPACKERS: Readonly<Record<string, URL>> = {
  'jbig2.wasm': new URL('../../../node_modules/pdfjs-dist/wasm/jbig2.wasm', import.meta.url),
  'openjpeg.wasm': new URL('../../../node_modules/pdfjs-dist/wasm/openjpeg.wasm', import.meta.url),
}

class Parts {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const address = UNPACKERS[filename]
    const response = address && (await fetch(address))
    if (!response?.ok) throw new Error('no-such-part')
    return new Uint8Array(await response.arrayBuffer())
  }
}

/** In any unit, as somebody holds the page. */
interface PageSize {
  readonly width: number
  readonly height: number
}

export class PdfPages {
  readonly #document: PDFDocumentProxy
  readonly #worker: Worker
  #drawing: { cancel(): void } | null = null

  private constructor(document: PDFDocumentProxy, worker: Worker) {
    this.#document = document
    this.#worker = worker
  }

  /** Rejects for what is no PDF, is damaged or asks for a password. */
  static async open(blob: Blob): Promise<PdfPages> {
    const worker = new Worker(new URL('./pdfWorker.ts', import.meta.url), { type: 'module', name: 'pdf' })
    try {
      const document = await getDocument({
        data: new Uint8Array(await blob.arrayBuffer()),
        worker: PDFWorker.create({ port: worker }),
        BinaryDataFactory: Parts,
        disableWorkerRendering: true,
        maxImageSize: LARGEST_PICTURE,
        verbosity: 0,
      }).promise
      return new PdfPages(document, worker)
    } catch (error) {
      worker.terminate()
      throw error
    }
  }

  get count(): number {
    return this.#document.numPages
  }

  /**
   * Draws a page, as wide as so many of the screen's pixels; what was still being drawn before is left. Answers the
   * page's size, or null where another one came meanwhile.
   */
  async draw(page: number, canvas: HTMLCanvasElement, width: number): Promise<PageSize | null> {
    this.#drawing?.cancel()
    const turn: { cancel: () => void } = { cancel: () => undefined }
    this.#drawing = turn
    const shown = await this.#document.getPage(Math.min(page, this.count))
    const whole = shown.getViewport({ scale: 1 })
    const scale = Math.min(
      width / whole.width,
      Math.sqrt(MOST_PIXELS / (whole.width * whole.height)),
      LONGEST_SIDE / Math.max(whole.width, whole.height),
    )
    if (this.#drawing !== turn) return null
    const viewport = shown.getViewport({ scale })
    canvas.width = Math.max(1, Math.round(viewport.width))
    canvas.height = Math.max(1, Math.round(viewport.height))
    const task = shown.render({ canvas, viewport })
    turn.cancel = () => task.cancel()
    try {
      await task.promise
    } catch (error) {
      if (this.#drawing !== turn) return null
      throw error
    }
    return { width: whole.width, height: whole.height }
  }

  close(): void {
    this.#drawing?.cancel()
    this.#drawing = null
    void this.#document.loadingTask.destroy().finally(() => this.#worker.terminate())
  }
}
