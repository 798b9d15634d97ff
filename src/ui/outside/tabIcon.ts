const SIZE = 32
/** As in `icon.svg`: browsers draw their tabs in colours of their own, whatever the page's theme. */
const COLOURS = { ground: '#07131c', rest: '#27414f', done: '#45e0d2' }

/** A step of the ring is about two of its pixels: fewer pictures have to be made. */
const STEPS = 32

/** The icon in the browser's tab, a ring while something moves. */
export class TabIcon {
  readonly #document: Document
  #before: readonly HTMLLinkElement[] = []
  #ring: HTMLLinkElement | null = null
  #shown: number | null = null

  constructor(document: Document) {
    this.#document = document
  }

  /** @param progress 0…1; null for the page's own icon */
  show(progress: number | null): void {
    const step = progress === null ? null : Math.floor(progress * STEPS)
    if (step === this.#shown) return
    this.#shown = step
    const drawn = step === null ? null : draw(this.#document.createElement('canvas'), step / STEPS)
    if (drawn === null) {
      if (!this.#ring) return
      this.#ring.replaceWith(...this.#before)
      this.#ring = null
      return
    }
    this.#ring ??= this.#exchange()
    this.#ring.href = drawn
  }

  #exchange(): HTMLLinkElement {
    const { head } = this.#document
    this.#before = [...head.querySelectorAll<HTMLLinkElement>('link[rel="icon"]')]
    for (const link of this.#before) link.remove()
    const ring = this.#document.createElement('link')
    ring.rel = 'icon'
    ring.type = 'image/png'
    head.append(ring)
    return ring
  }
}

function draw(canvas: HTMLCanvasElement, progress: number): string | null {
  canvas.width = canvas.height = SIZE
  const context = canvas.getContext('2d')
  if (!context) return null
  const arc = (colour: string, turn: number) => {
    context.strokeStyle = colour
    context.beginPath()
    context.arc(SIZE / 2, SIZE / 2, SIZE * 0.33, -Math.PI / 2, -Math.PI / 2 + turn * 2 * Math.PI)
    context.stroke()
  }
  context.fillStyle = COLOURS.ground
  context.beginPath()
  context.roundRect(0, 0, SIZE, SIZE, SIZE * 0.22)
  context.fill()
  context.lineWidth = SIZE * 0.16
  arc(COLOURS.rest, 1)
  arc(COLOURS.done, progress)
  return canvas.toDataURL('image/png')
}
