import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds on a page. */
export interface Violation {
  readonly impact: 'minor' | 'moderate' | 'serious' | 'critical' | null
  /** The theme, the rule and where it is broken, for a failure's message. */
  readonly words: string
}

/** What a theme can break: it changes colours and nothing else. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** Looks at the page as it is now: at everything in the dark theme, at colours in the light one. */
export async function violationsOf(page: Page): Promise<readonly Violation[]> {
  const found: Violation[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // The other mode opens a page for its summing-up, for the sake of frames from elsewhere: there are none here.
    const axe = new AxeBuilder({ page }).setLegacyMode()
    if (colorScheme === 'light') axe.withRules(COLOUR_RULES)
    const { violations } = await axe.analyze()
    for (const { id, help, impact, nodes } of violations) {
      const where = nodes.map((node) => node.html).join(' | ')
      found.push({ impact: impact ?? null, words: `${colorScheme}: ${id}: ${help}: ${where}` })
    }
  }
  return found
}
