import { afterEach, expect, it, vi } from 'vitest'
import { afterPaint, animate } from '../../src/ui/animation.ts'

/** So slow that no frame in a test comes of it but the first. */
const FRAMES_PER_SECOND = 0.001

let stop: () => void = () => undefined
afterEach(() => {
  stop()
  document.body.replaceChildren()
})

it('joins the next frame of the page, once, and goes on by its own clock', async () => {
  const box = document.body.appendChild(document.createElement('canvas'))
  const frame = vi.fn(() => true)
  const animation = animate(box, frame, FRAMES_PER_SECOND)
  stop = animation.stop
  await expect.poll(() => frame.mock.calls.length).toBe(1)
  // It waits for its time; waking what is awake changes nothing.
  animation.wake()
  await nextFrame()
  await nextFrame()
  expect(frame).toHaveBeenCalledTimes(1)
  animation.join()
  animation.join()
  await nextFrame()
  await nextFrame()
  expect(frame).toHaveBeenCalledTimes(2)
})

it('acts after the next picture, unless it is called off', async () => {
  const [acted, calledOff, late] = [vi.fn(), vi.fn(), vi.fn()]
  afterPaint(acted)
  afterPaint(calledOff)()
  const callOff = afterPaint(late)
  await nextFrame()
  expect(acted).not.toHaveBeenCalled()
  // Its frame has come, and its turn not yet.
  callOff()
  await expect.poll(() => acted.mock.calls.length).toBe(1)
  expect(calledOff).not.toHaveBeenCalled()
  expect(late).not.toHaveBeenCalled()
})

function nextFrame(): Promise<number> {
  return new Promise(requestAnimationFrame)
}
