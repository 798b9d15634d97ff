import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openPage } from './support/openPage.ts'
import { HASH, pieces, share } from './support/shares.ts'

/** A page that nobody touches paints nothing: what moves by itself for ever keeps a processor busy for ever. */

afterEach(() => vi.restoreAllMocks())

/** Counts what is drawn on any canvas from now on. */
function drawings(): () => number {
  const clear = vi.spyOn(CanvasRenderingContext2D.prototype, 'clearRect')
  return () => clear.mock.calls.length
}

/** Resolves once nothing was drawn for half a second. */
async function comesToRest(count: () => number): Promise<void> {
  let before = -1
  await expect
    .poll(
      () => {
        const same = count() === before
        before = count()
        return same
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBe(true)
}

describe('home', () => {
  it('swims for a while, rests, and swims again when a pointer comes near', async () => {
    const count = drawings()
    await openPage({ shares: [] })
    await expect.poll(count).toBeGreaterThan(5)
    await comesToRest(count)
    const atRest = count()
    await userEvent.hover(page.getByRole('heading', { name: 'Drop files to send them' }))
    await expect.poll(count).toBeGreaterThan(atRest + 5)
  })

  it('has nothing that moves by itself once it rests', async () => {
    const count = drawings()
    await openPage({ shares: [share()] })
    await comesToRest(count)
    expect(document.getAnimations().filter(({ playState }) => playState === 'running')).toEqual([])
  })
})

describe('a share', () => {
  it('rests while nothing arrives, with pieces on the way', async () => {
    const count = drawings()
    await openPage({
      shares: [share({ state: 'downloading', pieces: pieces({ count: 90, here: 0.3, inFlight: 0.2 }) })],
      fragment: HASH,
    })
    await expect.poll(count).toBeGreaterThan(0)
    await comesToRest(count)
  })
})
