import type { Bytes, Milliseconds } from '../../core/brand.ts'
import { LIVE_BLOCK } from '../../wire/liveMessages.ts'
import type { HeldPart } from './heldPart.ts'
import type { Viewer } from './viewer.ts'

interface GiverOptions {
  readonly partOf: (id: number) => HeldPart | undefined
  readonly isHere: (viewer: Viewer) => boolean
  /** Whether a block may be given now, by the limits of the page. */
  readonly mayGive: () => boolean
  readonly gave: (bytes: Bytes) => void
  readonly closed: AbortSignal
}

/** Looked again so often whether more may be given. */
const AGAIN: Milliseconds = 25

/** Gives viewers what they wait for, as fast as their connections and the limits let it. */
export class Giver {
  given: Bytes = 0
  readonly #options: GiverOptions

  constructor(options: GiverOptions) {
    this.#options = options
  }

  /** Has a viewer wait for a piece that is here, unless it asks for more than anybody needs at once. */
  give(viewer: Viewer, id: number, piece: number): void {
    if (viewer.wants(id, piece) && !viewer.isGiven) void this.#giveAll(viewer)
  }

  async #giveAll(viewer: Viewer): Promise<void> {
    viewer.isGiven = true
    for (let next = viewer.wanted[0]; next; next = viewer.wanted[0]) {
      const { id, piece } = next
      const bytes = this.#options.partOf(id)?.piece(piece)
      for (let offset = 0; bytes && offset < bytes.length; offset += LIVE_BLOCK) {
        if (!(await this.#mayGive(viewer))) return
        const data = bytes.subarray(offset, offset + LIVE_BLOCK)
        viewer.send({ kind: 'block', id, piece, offset, data })
        this.given += data.length
        this.#options.gave(data.length)
      }
      viewer.wanted.shift()
    }
    viewer.isGiven = false
  }

  /** False when the viewer has gone. */
  async #mayGive(viewer: Viewer): Promise<boolean> {
    const { isHere, mayGive, closed } = this.#options
    for (;;) {
      if (closed.aborted || !isHere(viewer)) return false
      if (!viewer.peer.busy && mayGive()) return true
      await new Promise((resolve) => setTimeout(resolve, AGAIN))
    }
  }
}
