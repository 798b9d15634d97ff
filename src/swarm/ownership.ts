import type { Milliseconds } from '../core/brand.ts'

/** Names of the lock and of the channel; every tab of one site shares both. */
const NAME = 'shoal.engine'

/** The lock and what is handed over come by different ways; the latter is not waited for much longer. */
const HAND_OVER_PATIENCE: Milliseconds = 1000

/** The user's own files by info hash: a tab cannot open them again, only be given them by one that has them. */
export type HandedFiles = ReadonlyMap<string, readonly File[]>

type Message = { kind: 'hand over' } | { kind: 'handed over'; files: HandedFiles }

export interface OwnershipHandlers {
  /** Another tab has the engine. `takeOver` asks it to hand over; closing that tab hands over as well. */
  readonly elsewhere: (takeOver: () => void) => void
  /** Another tab asks for the engine: let go of every share, then answer with their files. */
  readonly handOver: () => Promise<HandedFiles>
}

/**
 * Waits until this tab is the one that runs the engine: two that write the same files would harm each other.
 * A Web Lock decides, so a tab that crashes or is closed gives it up by itself.
 *
 * @returns the files that the last owner handed over
 */
export function becomeOwner({ elsewhere, handOver }: OwnershipHandlers): Promise<HandedFiles> {
  const channel = new BroadcastChannel(NAME)
  let handed: Promise<HandedFiles> = Promise.resolve(new Map())
  let received: (files: HandedFiles) => void = () => undefined
  let queued = new AbortController()

  /** A hand-over has been asked for: whoever gets the lock needs what comes with it. */
  const expectFiles = () => {
    handed = new Promise((resolve) => {
      received = resolve
      setTimeout(() => resolve(new Map()), HAND_OVER_PATIENCE * 10)
    })
  }

  const takeOver = () => {
    expectFiles()
    channel.postMessage({ kind: 'hand over' } satisfies Message)
  }

  // The lock is held until the promise that this returns settles: when another tab takes over.
  const own = async (owned: (files: HandedFiles) => void): Promise<void> => {
    const asked = new Promise<void>((resolve) => {
      channel.onmessage = ({ data }: MessageEvent<Message>) => {
        if (data.kind === 'hand over') resolve()
        else received(data.files)
      }
    })
    const late = new Promise<HandedFiles>((resolve) =>
      setTimeout(() => resolve(new Map()), HAND_OVER_PATIENCE),
    )
    owned(await Promise.race([handed, late]))
    await asked
    channel.onmessage = null
    channel.postMessage({ kind: 'handed over', files: await handOver() } satisfies Message)
    channel.close()
  }

  return new Promise((owned, failed) => {
    const wait = async (lock: Lock | null): Promise<void> => {
      if (lock) return own(owned)
      // The queue is served in order, but of several tabs that wait it is the one that asks that should get it:
      // the others go to the end.
      channel.onmessage = ({ data }: MessageEvent<Message>) => {
        if (data.kind === 'handed over') {
          received(data.files)
          return
        }
        expectFiles()
        queued.abort()
        queue()
      }
      queue()
      elsewhere(takeOver)
    }
    const queue = () => {
      queued = new AbortController()
      const { signal } = queued
      navigator.locks
        .request(NAME, { signal }, () => own(owned))
        .catch((error: unknown) => {
          if (!signal.aborted) failed(error instanceof Error ? error : new Error(String(error)))
        })
    }
    navigator.locks.request(NAME, { ifAvailable: true }, wait).catch(failed)
  })
}
