const SAID_MS = 2500

/** Copies a text, and says for a while that it has. */
export class Copying {
  copied = $state(false)
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Answers false where the browser does not let the page: without HTTPS or permission. */
  async copy(text: string): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      return false
    }
    this.copied = true
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => (this.copied = false), SAID_MS)
    return true
  }
}
