import { expect, type Locator, type Page } from '@playwright/test'

/** The player of a page, as somebody sees it who watches. */
export class PlayerView {
  readonly #page: Page
  readonly video: Locator
  readonly section: Locator
  /** Among the controls; there is another one on a picture that has not begun. */
  readonly playButton: Locator

  constructor(page: Page) {
    this.#page = page
    this.section = page.locator('section.player')
    this.video = page.locator('video:not(.second video)')
    this.playButton = this.section.locator('media-control-bar media-play-button')
  }

  /** Clicks on Play beside a file. */
  async play(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Play ${name}`, exact: true }).click()
  }

  /** Waits for a picture, or for sound. */
  async starts(): Promise<void> {
    await expect
      .poll(() => this.#read('readyState'), { message: 'the first frame' })
      .toBeGreaterThanOrEqual(2)
  }

  /** Plays on where the browser wants a click before anything makes a sound. */
  async goOn(): Promise<void> {
    await this.starts()
    const paused = await this.video.evaluate((video: HTMLVideoElement) => video.paused)
    if (paused) await this.playButton.click()
  }

  /** Plays eight times as fast, for what depends on the film's time and not on the watcher's. */
  async hurry(): Promise<void> {
    await this.video.evaluate((video: HTMLVideoElement) => (video.playbackRate = 8))
  }

  /** Waits until it is past a moment, playing. */
  async passes(seconds: number, timeoutMs = 30_000): Promise<void> {
    const options = { message: `past ${seconds} s`, intervals: [50], timeout: timeoutMs }
    await expect.poll(() => this.#read('currentTime'), options).toBeGreaterThan(seconds)
  }

  async seek(seconds: number): Promise<void> {
    await this.video.evaluate((video: HTMLVideoElement, to) => (video.currentTime = to), seconds)
  }

  /** Waits for the picture of a moment, after a jump to it. */
  async shows(seconds: number): Promise<void> {
    const shown = () =>
      this.video.evaluate(
        ({ seeking, readyState, currentTime }: HTMLVideoElement, at) =>
          !seeking && readyState >= 2 && currentTime >= at,
        seconds,
      )
    await expect.poll(shown, { message: `the picture at ${seconds} s`, intervals: [50] }).toBe(true)
  }

  async duration(): Promise<number> {
    return this.#read('duration')
  }

  async time(): Promise<number> {
    return this.#read('currentTime')
  }

  /** What is written on the picture at this moment. */
  async captionsShown(): Promise<string[]> {
    return this.video.evaluate((video: HTMLVideoElement) =>
      [...video.textTracks]
        .filter(({ mode }) => mode === 'showing')
        .flatMap(({ activeCues }) => [...(activeCues ?? [])] as VTTCue[])
        .map((cue) => cue.getCueAsHTML().textContent),
    )
  }

  async stalls(): Promise<number> {
    return Number(await this.section.getAttribute('data-stalls'))
  }

  #read(what: 'readyState' | 'currentTime' | 'duration'): Promise<number> {
    return this.video.evaluate((video: HTMLVideoElement, name) => video[name], what)
  }
}
