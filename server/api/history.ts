import type { Sample, SampleStore } from '../store/samples.ts'

const FINE_MS = 10_000
const FINE_SAMPLES = 360
const COARSE_MS = 300_000
const COARSE_SAMPLES = 288

const HISTORY_MS = COARSE_MS * COARSE_SAMPLES

/**
 * Samples for plots: every ten seconds of the last hour, every five minutes of the last day. What was before a
 * restart is there every five minutes alone: to write down each sample would cost more than it tells.
 */
export class History {
  readonly #sample: () => Sample
  readonly #kept: SampleStore
  readonly #fine: Sample[]
  readonly #coarse: Sample[]

  constructor(sample: () => Sample, kept: SampleStore, now: number) {
    this.#sample = sample
    this.#kept = kept
    this.#coarse = kept.since(now - HISTORY_MS).filter(({ at }) => at <= now)
    this.#fine = this.#coarse.filter(({ at }) => at > now - FINE_MS * FINE_SAMPLES)
  }

  /** Takes samples until `signal` is aborted. */
  run(signal: AbortSignal): void {
    const timer = setInterval(() => this.take(), FINE_MS).unref()
    signal.addEventListener('abort', () => clearInterval(timer))
    this.take()
  }

  take(): void {
    const sample = this.#sample()
    keep(this.#fine, sample, FINE_SAMPLES)
    const last = this.#coarse.at(-1)
    // A timer may be a little early.
    if (last && sample.at - last.at < COARSE_MS - FINE_MS / 2) return
    keep(this.#coarse, sample, COARSE_SAMPLES)
    this.#kept.add(sample)
  }

  get hour(): readonly Sample[] {
    return this.#fine
  }

  get day(): readonly Sample[] {
    return this.#coarse
  }
}

function keep(samples: Sample[], sample: Sample, most: number): void {
  samples.push(sample)
  if (samples.length > most) samples.shift()
}
