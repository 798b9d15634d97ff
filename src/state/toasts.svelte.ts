import type { Notice, NoticeAction } from './notices.ts'

/** A short message over the page. */
export interface Toast {
  readonly id: number
  readonly tone: 'calm' | 'alarm'
  /** A string is words that the page has put to it already. */
  readonly message: Notice | string
  /** What can be done about it. An alarm with actions stays until one is taken or it is put away. */
  readonly actions: readonly ToastAction[]
}

export interface ToastAction {
  readonly code: NoticeAction
  readonly run: () => void
}

const CALM_MS = 5_000
const ALARM_MS = 15_000
const MOST = 4

export class Toasts {
  list: readonly Toast[] = $state.raw([])
  #nextId = 1

  calm(message: Notice | string, actions: readonly ToastAction[] = [], forMs = CALM_MS): void {
    this.#show('calm', message, actions, forMs)
  }

  alarm(message: Notice | string, actions: readonly ToastAction[] = []): void {
    this.#show('alarm', message, actions, actions.length === 0 ? ALARM_MS : null)
  }

  dismiss(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id)
  }

  #show(
    tone: Toast['tone'],
    message: Notice | string,
    actions: readonly ToastAction[],
    forMs: number | null,
  ): void {
    const id = this.#nextId++
    const said = JSON.stringify(message)
    // The same again replaces the older one: five dropped links with one fault are one message.
    const others = this.list.filter((toast) => JSON.stringify(toast.message) !== said)
    this.list = [...others, { id, tone, message, actions }].slice(-MOST)
    if (forMs !== null) setTimeout(() => this.dismiss(id), forMs)
  }
}
