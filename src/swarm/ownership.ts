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

  const takeOver = () => {
    handed = new Promise((resolve) => {
      const patience = setTimeout(() => resolve(new Map()), HAND_OVER_PATIENCE * 10)
      channel.onmessage = ({ data }: MessageEvent<Message>) => {
        if (data.kind !== 'handed over') return
        clearTimeout(patience)
        resolve(data.files)
      }
    })
    channel.postMessage({ kind: 'hand over' } satisfies Message)
  }

  // The lock is held until the promise that this returns settles: when another tab takes over.
  const own = async (owned: (files: HandedFiles) => void): Promise<void> => {
    const late = new Promise<HandedFiles>((resolve) =>
      setTimeout(() => resolve(new Map()), HAND_OVER_PATIENCE),
    )
    owned(await Promise.race([handed, late]))
    await new Promise<void>((asked) => {
      channel.onmessage = ({ data }: MessageEvent<Message>) => {
        if (data.kind === 'hand over') asked()
      }
    })
    channel.onmessage = null
    channel.postMessage({ kind: 'handed over', files: await handOver() } satisfies Message)
    channel.close()
  }

  return new Promise((owned, failed) => {
    const wait = async (lock: Lock | null): Promise<void> => {
      if (lock) return own(owned)
      elsewhere(takeOver)
      navigator.locks.request(NAME, () => own(owned)).catch(failed)
    }
    navigator.locks.request(NAME, { ifAvailable: true }, wait).catch(failed)
  })
}
