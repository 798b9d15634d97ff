import type { Milliseconds } from '../core/brand.ts'

/**
 * Lets the page answer and draw before more work follows. Not a timer: those wait up to a minute in a hidden tab.
 */
export function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

/** How long a task that is posted now waits for its turn: tasks are run in order, after all that came before. */
export async function waitForTurn(now: () => Milliseconds): Promise<Milliseconds> {
  const postedAt = now()
  await nextTask()
  return now() - postedAt
}
