import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

interface CommandEvent {
  readonly event: string
  readonly [name: string]: unknown
}

/** `shoal` in a process of its own, told by `--json`. */
export class ShoalCommand {
  readonly #child
  readonly #events: CommandEvent[] = []
  readonly #ended: Promise<unknown>
  readonly #wake = new Set<() => void>()
  #over = false
  /** What it wrote to standard error. */
  messages = ''

  constructor(...args: readonly string[]) {
    const script = fileURLToPath(new URL('../../server/peer/command/main.ts', import.meta.url))
    this.#child = spawn(process.execPath, [script, ...args, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] })
    this.#ended = once(this.#child, 'close').then(() => {
      this.#over = true
      this.#wake.forEach((wake) => wake())
    })
    createInterface(this.#child.stdout).on('line', (line) => {
      this.#events.push(JSON.parse(line) as CommandEvent)
      this.#wake.forEach((wake) => wake())
    })
    this.#child.stderr.on('data', (chunk: Buffer) => (this.messages += chunk.toString()))
  }

  /** Waits for something that it tells; rejects when it ends without. */
  told(event: string, is: (told: CommandEvent) => boolean = () => true): Promise<CommandEvent> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const told = this.#events.find((each) => each.event === event && is(each))
        if (!told && !this.#over) return
        this.#wake.delete(look)
        if (told) resolve(told)
        else
          reject(
            new Error(`It never told “${event}”: ${JSON.stringify(this.#events.at(-1))} ${this.messages}`),
          )
      }
      this.#wake.add(look)
      look()
    })
  }

  /** The code that it ends with. */
  async ends(): Promise<number | null> {
    await this.#ended
    return this.#child.exitCode
  }

  /** What it told last of this kind. */
  last(event: string): CommandEvent | undefined {
    return this.#events.findLast((each) => each.event === event)
  }

  /** Its time stands still, as on a machine that sleeps, until it is woken. */
  sleep(): void {
    this.#child.kill('SIGSTOP')
  }

  wake(): void {
    this.#child.kill('SIGCONT')
  }

  async stop(): Promise<number | null> {
    this.interrupt()
    return this.ends()
  }

  /** Asks it to stop, as Ctrl-C does. */
  interrupt(): void {
    this.#child.kill('SIGINT')
  }

  get isOver(): boolean {
    return this.#over
  }
}
