import { existsSync } from 'node:fs'

/** Where the browsers of the tests are. Each can be named by a setting; else the usual places are looked at. */

interface Browser {
  readonly name: string
  /** The environment variable that names the executable. */
  readonly setting: string
  readonly places: readonly string[]
  /** What Debian calls it. */
  readonly debianPackage: string
}

export const CHROMIUM: Browser = {
  name: 'Chromium',
  setting: 'CHROMIUM',
  places: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  debianPackage: 'chromium',
}

/**
 * Chromium's engine without a browser's windows around it: a page of its own costs a quarter of the processor
 * time. Most tests use it; those that kill a browser, fill its disk or measure have the whole one.
 */
export const HEADLESS_SHELL: Browser = {
  name: 'Chromium’s headless shell',
  setting: 'HEADLESS_SHELL',
  places: ['/usr/bin/chromium-headless-shell', ...CHROMIUM.places],
  debianPackage: 'chromium-headless-shell',
}

export const FIREFOX: Browser = {
  name: 'Firefox',
  setting: 'FIREFOX',
  places: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/snap/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ],
  debianPackage: 'firefox-esr',
}

/** The executable's path, or null when the browser is not there. */
export function findBrowser(browser: Browser): string | null {
  const named = process.env[browser.setting]
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`${browser.setting} names ${named}, which does not exist.`)
    return named
  }
  return browser.places.find((place) => existsSync(place)) ?? null
}

export function browserPath(browser: Browser): string {
  const path = findBrowser(browser)
  if (path === null) {
    throw new Error(
      `${browser.name} was not found. Install it, or name it with ${browser.setting}=/path/to/it.`,
    )
  }
  return path
}

/** A host of others to a page, and this machine to Chromium. */
export const ELSEWHERE = 'elsewhere.example'

/**
 * Chromium without its talk to the network (which a closed network refuses, many times a second), and with
 * loopback addresses among its ICE candidates, so that two pages on one machine find each other.
 */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--allow-loopback-in-peer-connection',
  `--host-resolver-rules=MAP ${ELSEWHERE} 127.0.0.1`,
]

/** The same for Firefox. Its host names for addresses (mDNS) need a network that carries multicast. */
export const FIREFOX_PREFERENCES: Readonly<Record<string, boolean | number | string>> = {
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
}
