import { afterEach, describe, expect, it } from 'vitest'
import { nextTask } from '../../src/swarm/nextTask.ts'
import { Outbox } from '../../src/swarm/link/outbox.ts'

const open: Outbox[] = []
afterEach(() => {
  for (const outbox of open.splice(0)) outbox.close()
})

function outbox(): { box: Outbox; sent: number[][]; lengths: number[] } {
  const sent: number[][] = []
  const lengths: number[] = []
  const box = new Outbox(
    (message) => {
      lengths.push(message.length)
      sent.push([...message.subarray(0, 8)])
    },
    () => box.flush(),
  )
  open.push(box)
  return { box, sent, lengths }
}

const bytes = (...values: number[]) => Uint8Array.from(values)
const block = (value: number) => new Uint8Array(16_384).fill(value)

describe('Outbox', () => {
  it('sends what is written in one turn as one message, though promises ran in between', async () => {
    const { box, sent } = outbox()
    box.write([bytes(1, 2)])
    await Promise.resolve()
    box.write([bytes(3)])
    box.write([bytes(4), bytes(5)])
    expect(sent).toEqual([])
    await nextTask()
    await nextTask()
    expect(sent).toEqual([[1, 2, 3, 4, 5]])
    box.write([bytes(6)])
    await nextTask()
    await nextTask()
    expect(sent).toEqual([[1, 2, 3, 4, 5], [6]])
  })

  it('sends a block at once, behind what was written before it and in the same message', () => {
    const { box, sent, lengths } = outbox()
    box.write([bytes(1)])
    box.write([bytes(2, 2), block(7)])
    expect(lengths).toEqual([16_387])
    expect(sent[0]).toEqual([1, 2, 2, 7, 7, 7, 7, 7])
  })

  it('sends several blocks one by one', () => {
    const { box, lengths } = outbox()
    box.write([bytes(1), block(1), bytes(2), block(2), bytes(3), block(3)])
    expect(lengths).toEqual([16_385, 16_385, 16_385])
  })

  it('takes no new memory for each message', () => {
    const buffers = new Set<ArrayBuffer>()
    const box = new Outbox(
      (message) => buffers.add(message.buffer),
      () => undefined,
    )
    for (let turn = 0; turn < 10; turn++) box.write([bytes(1), block(turn)])
    expect(buffers.size).toBe(1)
  })

  it('never lets small messages pile up beyond what is worth one', () => {
    const { box, lengths } = outbox()
    for (let request = 0; request < 1000; request++) box.write([new Uint8Array(17)])
    expect(Math.max(...lengths)).toBeLessThan(9 * 1024)
    expect(lengths.length).toBe(2)
  })

  it('loses nothing when it is asked to end the turn early', () => {
    const { box, sent } = outbox()
    box.write([bytes(9)])
    box.flush()
    box.flush()
    expect(sent).toEqual([[9]])
  })
})
