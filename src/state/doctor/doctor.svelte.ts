import { browserProbes } from './browserProbes.ts'
import { examine, type Findings, type Probes } from './examine.ts'

/** Looks for what stands in the way, when it is asked to. */
export class Doctor {
  findings: Findings = $state.raw({})
  isLooking = $state(false)
  readonly #probes: Probes

  constructor(passkey: () => string | null, probes: Probes = browserProbes(passkey)) {
    this.#probes = probes
  }

  async look(): Promise<void> {
    if (this.isLooking) return
    this.isLooking = true
    this.findings = {}
    await examine(this.#probes, (findings) => (this.findings = findings))
    this.isLooking = false
  }
}
