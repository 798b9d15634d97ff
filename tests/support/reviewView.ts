import type { Locator, Page } from '@playwright/test'
import { NotesView } from './notesView.ts'
import type { Peer } from './peer.ts'

/** A place on a picture: parts of its width and height. */
type Place = readonly [x: number, y: number]

/** The review on a page, as somebody sees it who writes and draws on what is open. */
export class ReviewView extends NotesView {
  readonly field: Locator
  readonly overlay: Locator
  readonly #page: Page

  constructor(peer: Peer) {
    super(peer)
    this.#page = peer.page
    this.field = this.region.getByLabel('New note')
    this.overlay = peer.page.locator('svg.overlay')
  }

  /** The threads that are shown, or those with some text in them. */
  threads(text = ''): Locator {
    return this.region.locator('ol > li').filter({ hasText: text })
  }

  /** What the note that is being written is about, as the list says it. */
  async about(choice: string): Promise<void> {
    await this.region.getByLabel('About').selectOption({ label: choice })
  }

  /** Draws with the mouse, from place to place on the picture. */
  async draw(tool: 'Pen' | 'Arrow' | 'Box', ink: string, places: readonly Place[]): Promise<void> {
    await this.#page.getByText(tool, { exact: true }).locator('..').click()
    await this.#page.getByText(ink, { exact: true }).locator('..').click()
    const frame = await this.frame()
    for (const [at, [x, y]] of places.entries()) {
      await this.#page.mouse.move(frame.x + x * frame.width, frame.y + y * frame.height, {
        steps: at === 0 ? 1 : 8,
      })
      if (at === 0) await this.#page.mouse.down()
    }
    await this.#page.mouse.up()
  }

  /** Where the picture is on the page, without bars beside it. */
  async frame(): Promise<{ x: number; y: number; width: number; height: number }> {
    await this.overlay.scrollIntoViewIfNeeded()
    return this.overlay.evaluate((svg: SVGSVGElement) => {
      const matrix = svg.getScreenCTM()
      const { width, height } = svg.viewBox.baseVal
      if (!matrix) throw new Error('The overlay is not on the page.')
      return { x: matrix.e, y: matrix.f, width: width * matrix.a, height: height * matrix.d }
    })
  }

  /**
   * What is drawn on the picture, alone and on black, as 160 × 90 brightnesses of 0…255.
   *
   * @param onPaper on a page, which is white
   */
  async drawnPixels(onPaper = false): Promise<readonly number[]> {
    // Nobody’s pointer, and nothing of the film.
    await this.#page.mouse.move(2, 2)
    await this.#page.locator('video, .frame img, .frame canvas').evaluateAll((all) => {
      for (const each of all as HTMLElement[]) each.style.visibility = 'hidden'
    })
    if (onPaper) {
      await this.#page
        .locator('.frame')
        .evaluate((frame: HTMLElement) => frame.style.setProperty('background', 'black'))
    }
    const clip = await this.frame()
    const png = await this.#page.screenshot({ clip, animations: 'disabled' })
    return this.#page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes]), {
        resizeWidth: 160,
        resizeHeight: 90,
        resizeQuality: 'high',
      })
      const context = new OffscreenCanvas(160, 90).getContext('2d')
      if (!context) throw new Error('This browser has no 2D canvas.')
      context.drawImage(bitmap, 0, 0)
      const { data } = context.getImageData(0, 0, 160, 90)
      return Array.from({ length: 160 * 90 }, (_, at) =>
        Math.max(data[at * 4] ?? 0, data[at * 4 + 1] ?? 0, data[at * 4 + 2] ?? 0),
      )
    }, png.toString('base64'))
  }
}

/** How bright the drawing is around a place, of what {@link ReviewView.drawnPixels} answers. */
export function brightnessAt(pixels: readonly number[], [x, y]: Place): number {
  const [column, row] = [Math.round(x * 159), Math.round(y * 89)]
  const around = [-1, 0, 1].flatMap((down) =>
    [-1, 0, 1].map((across) => [column + across, row + down] as const),
  )
  return Math.max(...around.map(([c, r]) => pixels[r * 160 + c] ?? 0))
}
