import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { CHROMIUM, FIREFOX, findBrowser } from '../browsers.ts'

/** Makes sure that the browsers are there: installs them where that is ours to do, else says what is missing. */
export function ensureBrowsers(): void {
  const missing = [CHROMIUM, FIREFOX].filter((browser) => findBrowser(browser) === null)
  if (missing.length === 0) return
  const packages = missing.map((browser) => browser.debianPackage)
  const names = missing.map((browser) => browser.name).join(' and ')
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    const settings = missing.map((browser) => `${browser.setting}=/path/to/it`).join(' ')
    throw new Error(
      `The tests need ${names}. On Debian: sudo apt-get install ${packages.join(' ')}. ` +
        `Elsewhere install ${missing.length > 1 ? 'them' : 'it'} as usual, or say where: ${settings}`,
    )
  }
  console.log(`Installing ${packages.join(' and ')}`)
  aptGet('update')
  aptGet('install', '--yes', '--no-install-recommends', ...packages)
  for (const browser of missing) {
    if (findBrowser(browser) === null) throw new Error(`${browser.name} was installed, but cannot be found.`)
  }
}

function aptGet(...parameters: string[]): void {
  const { status, stdout, stderr } = spawnSync('apt-get', ['--quiet', ...parameters], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) throw new Error(`apt-get ${parameters.join(' ')} failed:\n${stdout}${stderr}`)
}
