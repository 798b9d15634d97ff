/** What the machine carries at one moment. */
export interface Sample {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly swarms: number
  readonly peers: number
  /** Of {@link peers}, those over HTTP and UDP. */
  readonly addressedPeers: number
  readonly sockets: number
  /** Since the process started. */
  readonly webSocketMessages: number
  readonly httpRequests: number
  readonly udpDatagrams: number
  readonly cpuSeconds: number
  readonly memoryBytes: number
}

const FINE_MS = 10_000
const FINE_SAMPLES = 360
const COARSE_MS = 300_000
const COARSE_SAMPLES = 288

/** Samples for plots: every ten seconds of the last hour, every five minutes of the last day. In memory alone. */
export class History {
  readonly #sample: () => Sample
  readonly #fine: Sample[] = []
  readonly #coarse: Sample[] = []

  constructor(sample: () => Sample) {
    this.#sample = sample
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
    if (!last || sample.at - last.at >= COARSE_MS - FINE_MS / 2) keep(this.#coarse, sample, COARSE_SAMPLES)
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
