/** A short message over the page. */
export interface Toast {
  readonly id: number
  readonly tone: 'calm' | 'alarm'
  readonly text: string
  /** What can be done about it. A toast with actions stays until one is taken or it is put away. */
  readonly actions: readonly ToastAction[]
}

export interface ToastAction {
  readonly label: string
  readonly run: () => void
}

const CALM_MS = 5_000
const ALARM_MS = 15_000
const MOST = 4

export class Toasts {
  list: readonly Toast[] = $state.raw([])
  #nextId = 1

  calm(text: string): void {
    this.#show('calm', text, [], CALM_MS)
  }

  alarm(text: string, actions: readonly ToastAction[] = []): void {
    this.#show('alarm', text, actions, actions.length === 0 ? ALARM_MS : null)
  }

  dismiss(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id)
  }

  #show(tone: Toast['tone'], text: string, actions: readonly ToastAction[], forMs: number | null): void {
    const id = this.#nextId++
    // The same words again replace the older ones: five dropped links with one fault are one message.
    const others = this.list.filter((toast) => toast.text !== text)
    this.list = [...others, { id, tone, text, actions }].slice(-MOST)
    if (forMs !== null) setTimeout(() => this.dismiss(id), forMs)
  }
}
