type Listener = (...values: never[]) => unknown

interface Listening {
  readonly listener: Listener
  readonly once: boolean
}

/** Events by their names, as Node's emitters have them. */
export class Emitter {
  /** Lists are replaced, never changed: one may be gone through meanwhile. */
  readonly #listening = new Map<string, readonly Listening[]>()

  on(event: string, listener: Listener): this {
    return this.#add(event, { listener, once: false })
  }

  once(event: string, listener: Listener): this {
    return this.#add(event, { listener, once: true })
  }

  off(event: string, listener: Listener): this {
    const known = this.#listening.get(event)?.findLast((each) => each.listener === listener)
    if (known) this.#remove(event, known)
    return this
  }

  listenerCount(event: string): number {
    return this.#listening.get(event)?.length ?? 0
  }

  /** False when nobody listens; an error is thrown then, where everybody sees it. */
  emit(event: string, ...values: unknown[]): boolean {
    const listening = this.#listening.get(event)
    if (!listening) {
      if (event === 'error')
        queueMicrotask(() => {
          throw values[0]
        })
      return false
    }
    for (const each of listening) {
      // Another event of the kind, told by a listener, may have been its one.
      if (!each.once || this.#remove(event, each)) Reflect.apply(each.listener, this, values)
    }
    return true
  }

  #add(event: string, listening: Listening): this {
    this.#listening.set(event, [...(this.#listening.get(event) ?? []), listening])
    return this
  }

  /** False when it is not there any more. */
  #remove(event: string, listening: Listening): boolean {
    const before = this.#listening.get(event) ?? []
    const after = before.filter((each) => each !== listening)
    if (after.length > 0) this.#listening.set(event, after)
    else this.#listening.delete(event)
    return after.length < before.length
  }
}
