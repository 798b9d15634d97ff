import { faultOf } from './faults.ts'
import type { Brought } from './incomingFiles.ts'
import type { Intake } from './intake.svelte.ts'
import type { IntakeProblem } from './notices.ts'
import type { Toasts } from './toasts.svelte.ts'

interface Around {
  /** Null until its code is here. */
  readonly here: () => Intake | null
  /** Rejects should it not come. */
  readonly fetch: () => Promise<Intake>
  readonly toasts: Toasts
}

/** Where people bring something: it is kept until the code that takes it in is here. */
export class Bringing {
  #waits = $state(false)
  readonly #around: Around

  constructor(around: Around) {
    this.#around = around
  }

  /** Something was brought and is being looked at. */
  get busy(): boolean {
    return this.#waits || (this.#around.here()?.busy ?? false)
  }

  /** See {@link Intake.files}. */
  async files(brought: Brought, arePasted = false): Promise<void> {
    const intake = await this.#intake().catch((error: unknown) => {
      // The files are kept for the next attempt: nobody should have to pick them twice.
      const run = () => void this.files(brought, arePasted)
      this.#around.toasts.alarm(faultOf(error), [{ code: 'try-again', run }])
    })
    await intake?.files(brought, arePasted)
  }

  /** See {@link Intake.text}. */
  async text(text: string): Promise<IntakeProblem | null> {
    try {
      return await (await this.#intake()).text(text)
    } catch (error) {
      return faultOf(error)
    }
  }

  /** See {@link Intake.pasted}. */
  async pasted(text: string, byHand = true): Promise<void> {
    const intake = await this.#intake().catch((error: unknown) => {
      this.#around.toasts.alarm({ code: 'paste-not-opened', problem: faultOf(error) })
    })
    await intake?.pasted(text, byHand)
  }

  async #intake(): Promise<Intake> {
    const { here, fetch } = this.#around
    this.#waits = true
    try {
      return here() ?? (await fetch())
    } finally {
      this.#waits = false
    }
  }
}
