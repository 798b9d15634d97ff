import { displayText } from '../../../src/core/displayText.ts'
import type { Engine } from '../../../src/swarm/engineApi.ts'
import type { Failure } from '../../../src/swarm/problems.ts'
import type { ShareSnapshot } from '../../../src/swarm/snapshot.ts'
import { failureWords } from './problemWords.ts'
import type { Screen } from './screen.ts'
import { progressWords } from './words.ts'

/** The command could not do what it was asked to, in words. */
export class CommandFailed extends Error {}

/**
 * Waits until a share is as it should be, and shows on the way how far it is.
 *
 * @throws {CommandFailed} when the share fails; the signal's reason when it is aborted
 */
export function whenShare(
  engine: Engine,
  id: string,
  is: (share: ShareSnapshot) => boolean,
  { screen, signal }: { readonly screen: Screen; readonly signal: AbortSignal },
): Promise<ShareSnapshot> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      stop()
      signal.removeEventListener('abort', aborted)
      screen.progress(null)
      act()
    }
    const aborted = () => settle(() => reject(signal.reason as Error))
    const look = () => {
      const share = engine.shares().find((each) => each.id === id)
      if (!share) return
      const { failure } = share
      if (failure) settle(() => reject(failed(failure)))
      else if (is(share)) settle(() => resolve(share))
      else {
        screen.progress(progressWords(share))
        screen.event({
          event: 'progress',
          state: share.state,
          situation: share.situation.kind,
          progress: share.progress,
          size: share.size,
          getRate: share.getRate,
          giveRate: share.giveRate,
          got: share.got,
          given: share.given,
          peers: share.peers.length,
        })
      }
    }
    const stop = engine.subscribe(look)
    signal.addEventListener('abort', aborted)
    if (signal.aborted) aborted()
    else look()
  })
}

function failed(failure: Failure): CommandFailed {
  return new CommandFailed(displayText(failureWords(failure)))
}
