import type { Page } from '@playwright/test'

/** Told by an init script, before anything of the page runs. */
const CSP_MARK = 'Content-Security-Policy violated: '

/**
 * Collects everything that a page must not do: errors on its console, exceptions nobody caught, violations of
 * the Content-Security-Policy (reported or not).
 */
export function watchForTrouble(page: Page): string[] {
  const trouble: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', ({ message, stack = '' }) => {
    // Exceptions of the browser itself come without a stack.
    trouble.push(`exception: ${stack === '' ? message : stack}`)
  })
  page.on('crash', () => trouble.push('the page crashed'))
  return trouble
}

/** Makes violations of the policy errors on the console, also where the browser would keep silent. */
export async function tellViolations(page: Page): Promise<void> {
  await page.addInitScript((mark) => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(
        `${mark}${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
      )
    })
  }, CSP_MARK)
}
