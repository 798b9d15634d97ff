import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

/** Where the built site has them, below its address; `index.html` names it as well. */
const FILE = 'licences.txt'

/** It comes as one file that holds the packages it is made of. */
const PREBUILT = 'webtorrent'

interface Package {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
}

/**
 * Writes the licences of all packages that have code in the bundle into one file of it. A package that holds no text
 * of its licence is there by name, version and the licence's name.
 */
export function bundledLicences(): Plugin {
  // Of the page and of its workers, each of which is a bundle of its own.
  const folders = new Set<string>()
  return {
    name: 'bundled-licences',
    moduleParsed({ id }) {
      const folder = packageOf(id)
      if (folder !== null) folders.add(folder)
    },
    generateBundle() {
      if (this.environment.config.isWorker) return
      for (const folder of folders)
        if (readPackage(folder).name === PREBUILT) addDependencies(folder, folders)
      const texts = [...folders].map(describe).sort()
      this.emitFile({ type: 'asset', fileName: FILE, source: texts.join(`\n${'─'.repeat(80)}\n\n`) })
    },
  }
}

/** The folder of the package that a module is in; null for the site's own. */
function packageOf(id: string): string | null {
  const path = id.replace(/^\0/, '').split('?')[0] ?? ''
  if (!path.includes('/node_modules/')) return null
  for (let folder = dirname(path); !folder.endsWith('/node_modules'); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    // Some packages say in folders of theirs how these are to be read, without a name.
    if (existsSync(manifest) && typeof readPackage(folder).version === 'string') return folder
  }
  return null
}

/** Adds what a package depends on, and so on: some of it is for Node alone, which does no harm here. */
function addDependencies(folder: string, folders: Set<string>): void {
  for (const name of Object.keys(readPackage(folder).dependencies ?? {})) {
    const found = dependencyOf(folder, name)
    if (found === null || folders.has(found)) continue
    folders.add(found)
    addDependencies(found, folders)
  }
}

/** Where Node finds a package that another one asks for. */
function dependencyOf(folder: string, name: string): string | null {
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    const found = join(at, 'node_modules', name)
    if (existsSync(join(found, 'package.json'))) return found
  }
  return null
}

function describe(folder: string): string {
  const { name, version, license = 'no licence named' } = readPackage(folder)
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each))
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
  return `${name} ${version} (${license})\n${text}`
}

function readPackage(folder: string): Package {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package
}
