/** Names of the lock and of the channel; every tab of one site shares both. */
const NAME = 'shoal.engine'

const HAND_OVER = 'hand over'

export interface OwnershipHandlers {
  /** Another tab has the engine. `takeOver` asks it to hand over; closing that tab hands over as well. */
  readonly elsewhere: (takeOver: () => void) => void
  /** Another tab asks for the engine: let go of every share, then settle. */
  readonly handOver: () => Promise<void>
}

/**
 * Waits until this tab is the one that runs the engine: two that write the same files would harm each other.
 * A Web Lock decides, so a tab that crashes or is closed gives it up by itself.
 */
export function becomeOwner({ elsewhere, handOver }: OwnershipHandlers): Promise<void> {
  const channel = new BroadcastChannel(NAME)
  return new Promise((owned, failed) => {
    // The lock is held until the promise that this returns settles: when another tab takes over.
    const own = () =>
      new Promise<void>((release) => {
        channel.onmessage = (event: MessageEvent<unknown>) => {
          if (event.data !== HAND_OVER) return
          channel.close()
          void handOver().finally(release)
        }
        owned()
      })
    const wait = async (lock: Lock | null): Promise<void> => {
      if (lock) return own()
      elsewhere(() => channel.postMessage(HAND_OVER))
      navigator.locks.request(NAME, own).catch(failed)
    }
    navigator.locks.request(NAME, { ifAvailable: true }, wait).catch(failed)
  })
}
