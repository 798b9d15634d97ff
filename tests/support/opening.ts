import type { Page } from '@playwright/test'

/** What whoever opens a page sees of its making, and how long it answers nothing meanwhile. */
export interface Opening {
  /** Cumulative Layout Shift (web.dev/cls) without its windows: all that ever moved by itself. */
  readonly shift: number
  /** What moved, where from and where to. */
  readonly moved: readonly string[]
  /** Milliseconds of each task of the page's thread of more than 50 ms. */
  readonly longTasks: readonly number[]
}

/** Before the page is opened. */
export async function watchOpening(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const opening = { shift: 0, moved: [] as string[], longTasks: [] as number[] }
    const box = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].map(Math.round).join(' ')
    const nameOf = (node: Node | null) =>
      node instanceof Element ? `${node.localName}.${node.className}` : (node?.textContent ?? 'gone')
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources } = entry as LayoutShift
        if (hadRecentInput) continue
        opening.shift += value
        for (const { node, previousRect, currentRect } of sources)
          opening.moved.push(
            `${Math.round(entry.startTime)} ms: ${nameOf(node)} ${box(previousRect)} → ${box(currentRect)}`,
          )
      }
    }).observe({ type: 'layout-shift', buffered: true })
    new PerformanceObserver((list) => {
      opening.longTasks.push(...list.getEntries().map(({ duration }) => duration))
    }).observe({ type: 'longtask', buffered: true })
    globalThis.opening = opening
  })
}

/** Since the page was opened. */
export async function openingOf(page: Page): Promise<Opening> {
  const opening = await page.evaluate(async () => {
    // What has been drawn is told a moment later.
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
    await new Promise((resolve) => setTimeout(resolve))
    return globalThis.opening
  })
  if (!opening) throw new Error('This page was not watched.')
  return opening
}

/** https://wicg.github.io/layout-instability/ */
interface LayoutShift extends PerformanceEntry {
  readonly value: number
  readonly hadRecentInput: boolean
  readonly sources: readonly {
    readonly node: Node | null
    readonly previousRect: DOMRectReadOnly
    readonly currentRect: DOMRectReadOnly
  }[]
}

declare global {
  var opening: Opening | undefined
}
