import type { Milliseconds } from '../core/brand.ts'
import { NOTHING_HANDED_OVER, type HandedOver } from '../swarm/handedOver.ts'
import { OutdatedPage } from './problems.ts'

/** Names of the lock and of the channel; every tab of one site shares both. */
const NAME = 'shoal.engine'

/** The lock and what is handed over come by different ways; the latter is not waited for much longer. */
const HAND_OVER_PATIENCE: Milliseconds = 1000

type Message = { kind: 'hand over' } | { kind: 'handed over'; what: HandedOver }

export interface OwnershipHandlers {
  /**
   * Another tab has the engine. `takeOver` asks it to hand over, as often as it is called; closing that tab
   * hands over as well.
   */
  readonly elsewhere: (takeOver: () => void) => void
  /** Another tab asks for the engine: let go of every share, then answer with their files. */
  readonly handOver: () => Promise<HandedOver>
  /** Settles when a tab of a newer version needs what is kept: this one hands over, or stops waiting. */
  readonly outdated: Promise<void>
}

/**
 * Waits until this tab is the one that runs the engine: two that write the same files would harm each other.
 * A Web Lock decides, so a tab that crashes or is closed gives it up by itself.
 * Rejects with {@link OutdatedPage} when it is not to wait any more.
 *
 * @returns what the last owner handed over
 */
export function becomeOwner({ elsewhere, handOver, outdated }: OwnershipHandlers): Promise<HandedOver> {
  const channel = new BroadcastChannel(NAME)
  let handed: Promise<HandedOver> = Promise.resolve(NOTHING_HANDED_OVER)
  let received: (what: HandedOver) => void = () => undefined
  let queued = new AbortController()
  /** It neither has the engine yet nor has given it up. */
  let waits = true

  /** A hand-over has been asked for: whoever gets the lock needs what comes with it. */
  const expectFiles = () => {
    handed = new Promise((resolve) => {
      received = resolve
      setTimeout(() => resolve(NOTHING_HANDED_OVER), HAND_OVER_PATIENCE * 10)
    })
  }

  const takeOver = () => {
    expectFiles()
    channel.postMessage({ kind: 'hand over' } satisfies Message)
  }

  // The lock is held until the promise that this returns settles: when another tab takes over.
  const own = async (owned: (handed: HandedOver) => void): Promise<void> => {
    if (!waits) return
    waits = false
    const asked = new Promise<void>((resolve) => {
      channel.onmessage = ({ data }: MessageEvent<Message>) => {
        if (data.kind === 'hand over') resolve()
        else received(data.what)
      }
    })
    const late = new Promise<HandedOver>((resolve) =>
      setTimeout(() => resolve(NOTHING_HANDED_OVER), HAND_OVER_PATIENCE),
    )
    owned(await Promise.race([handed, late]))
    await Promise.race([asked, outdated])
    channel.onmessage = null
    channel.postMessage({ kind: 'handed over', what: await handOver() } satisfies Message)
    channel.close()
  }

  return new Promise((owned, failed) => {
    void outdated.then(() => {
      if (!waits) return
      waits = false
      queued.abort()
      channel.close()
      failed(new OutdatedPage())
    })
    const wait = async (lock: Lock | null): Promise<void> => {
      if (lock || !waits) return own(owned)
      // The queue is served in order, but of several tabs that wait it is the one that asks that should get it:
      // the others go to the end.
      channel.onmessage = ({ data }: MessageEvent<Message>) => {
        if (data.kind === 'handed over') {
          received(data.what)
          return
        }
        expectFiles()
        queued.abort()
        queue()
      }
      queue()
      elsewhere(takeOver)
    }
    const asked = async () => navigator.locks.request(NAME, { ifAvailable: true }, wait)
    const queue = () => {
      queued = new AbortController()
      const { signal } = queued
      navigator.locks
        .request(NAME, { signal }, () => own(owned))
        .catch((error: unknown) => {
          if (!signal.aborted) failed(error instanceof Error ? error : new Error(String(error)))
        })
    }
    // A page that may keep nothing (in a sandboxed frame, say) has no locks either, and nobody to harm.
    asked().catch((error: unknown) => {
      if (isForbidden(error)) void own(owned)
      else failed(error instanceof Error ? error : new Error(String(error)))
    })
  })
}

function isForbidden(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'SecurityError'
}
