import { CHROMIUM, FIREFOX, findBrowser, HEADLESS_SHELL } from '../browsers.ts'
import { install, mayInstall } from './debian.ts'

/** Makes sure that the browsers are there: installs them where that is ours to do, else says what is missing. */
export function ensureBrowsers(): void {
  const missing = [CHROMIUM, HEADLESS_SHELL, FIREFOX].filter((browser) => findBrowser(browser) === null)
  if (missing.length === 0) return
  const packages = missing.map((browser) => browser.debianPackage)
  const names = missing.map((browser) => browser.name).join(' and ')
  if (!mayInstall()) {
    const settings = missing.map((browser) => `${browser.setting}=/path/to/it`).join(' ')
    throw new Error(
      `The tests need ${names}. On Debian: sudo apt-get install ${packages.join(' ')}. ` +
        `Elsewhere install ${missing.length > 1 ? 'them' : 'it'} as usual, or say where: ${settings}`,
    )
  }
  install(packages)
  for (const browser of missing) {
    if (findBrowser(browser) === null) throw new Error(`${browser.name} was installed, but cannot be found.`)
  }
}
