import { expect, test, vi } from 'vitest'
import { controlPage } from '../../src/stream/registration.ts'

/** A worker that is in a state, and goes on to others. */
class StubWorker extends EventTarget {
  state: ServiceWorkerState
  constructor(state: ServiceWorkerState) {
    super()
    this.state = state
  }
  becomes(state: ServiceWorkerState): void {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
}

function register(registration: Record<'active' | 'waiting' | 'installing', StubWorker | null>): void {
  const container = { register: () => Promise.resolve(registration), controller: {} }
  vi.stubGlobal('navigator', { serviceWorker: container })
}

test('a worker that a newer one replaces while it is waited for is no reason to give up', async () => {
  const [old, newer] = [new StubWorker('activating'), new StubWorker('installed')]
  const registration = { active: old, waiting: newer as StubWorker | null, installing: null }
  register(registration)
  const controlled = controlPage(new AbortController().signal)
  await Promise.resolve()
  newer.becomes('activating')
  // The browser tells it before the registration names the newer one.
  old.becomes('redundant')
  await Promise.resolve()
  Object.assign(registration, { active: newer, waiting: null })
  newer.becomes('activated')
  await expect(controlled).resolves.toBeUndefined()
})

test('a worker that does not start is one', async () => {
  const worker = new StubWorker('redundant')
  register({ active: null, waiting: null, installing: worker })
  await expect(controlPage(new AbortController().signal)).rejects.toThrow('no-worker-to-play')
})
