import type { Milliseconds } from '../core/brand.ts'
import type { ConnectionBudget } from './link/connectionBudget.ts'
import { connectionsOn, type Machine } from './machine.ts'
import { waitForTurn } from './nextTask.ts'
import { Strain } from './strain.ts'

const LOOK_EVERY: Milliseconds = 1_000

/** Has the page make no more connections than its machine bears: its line may be another one by now, or its processor busy. */
export function watchMachine(machine: () => Machine, budget: ConnectionBudget, signal: AbortSignal): void {
  const strain = new Strain()
  const bear = () => budget.bear(connectionsOn(machine()), strain.isStrained)
  const looking = setInterval(() => {
    void waitForTurn(() => performance.now()).then((waited) => {
      strain.look(waited)
      bear()
    })
  }, LOOK_EVERY)
  signal.addEventListener('abort', () => clearInterval(looking))
  bear()
}
