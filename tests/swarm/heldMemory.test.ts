import { expect, it } from 'vitest'
import { HeldMemory } from '../../src/swarm/link/heldMemory.ts'

const MiB = 1024 * 1024

function join(memory: HeldMemory, held: number) {
  const holder = {
    held,
    ended: 0,
    end() {
      holder.ended++
    },
  }
  return { holder, leave: memory.join(holder) }
}

it('ends the connection that holds most when all hold too much together', () => {
  const memory = new HeldMemory()
  const few = Array.from({ length: 50 }, () => join(memory, 2 * MiB).holder)
  const much = join(memory, 27 * MiB).holder
  const last = join(memory, 1 * MiB).holder
  memory.grown(last)
  expect(much.ended).toBe(0)
  last.held = 2 * MiB
  memory.grown(last)
  expect(much.ended).toBe(1)
  // It is on its way out, and is not counted any more.
  memory.grown(last)
  expect([much, last, ...few].map(({ ended }) => ended).filter(Boolean)).toEqual([1])
})

it('forgets who has left', () => {
  const memory = new HeldMemory()
  for (let each = 0; each < 100; each++) join(memory, 30 * MiB).leave()
  const { holder } = join(memory, 100 * MiB)
  memory.grown(holder)
  expect(holder.ended).toBe(0)
})
