import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { onTestFinished } from 'vitest'

/** One of our Python programs over libtorrent: it says how it is in lines of JSON, and is killed when the test ends. */
export class SayingProgram<Said> {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>
  readonly #said: Said[] = []
  #wake: () => void = () => undefined

  constructor(parameters: readonly string[]) {
    // Debian's own Python: others do not see its packages.
    this.#child = spawn('/usr/bin/python3', parameters, { stdio: ['pipe', 'pipe', 'inherit'] })
    onTestFinished(() => this.kill())
    createInterface(this.#child.stdout).on('line', (line) => {
      this.#said.push(JSON.parse(line) as Said)
      this.#wake()
    })
  }

  /** Waits until it says something of the kind; what was said before counts. */
  async says(isIt: (said: Said) => boolean): Promise<Said> {
    for (;;) {
      const said = this.#said.find(isIt)
      if (said) return said
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  tell(line: string): void {
    this.#child.stdin.write(`${line}\n`)
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }
}
