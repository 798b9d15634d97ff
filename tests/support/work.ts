import { Session } from 'node:inspector/promises'

/**
 * Counts work instead of time: how often the blocks of all code here and in its libraries are run, as the engine that
 * runs it counts them for coverage. The same on every machine, however busy.
 */
export class Work {
  readonly #session = new Session()

  static async begin(): Promise<Work> {
    const work = new Work()
    work.#session.connect()
    await work.#session.post('Profiler.enable')
    await work.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    return work
  }

  /** Blocks that were run since the last call. */
  async done(): Promise<number> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage')
    let sum = 0
    for (const { url, functions } of result) {
      if (!/\/(src|node_modules)\//.test(url) || /\/node_modules\/(vitest|@vitest|vite|tinypool)\//.test(url))
        continue
      for (const { ranges } of functions) for (const { count } of ranges) sum += count
    }
    return sum
  }

  end(): void {
    this.#session.disconnect()
  }
}
