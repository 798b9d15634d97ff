import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

/** Where the built site has them, below its address; `index.html` names it as well. */
const FILE = 'licences.txt'

interface Package {
  readonly name: string
  readonly version: string
  readonly license?: string
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

function describe(folder: string): string {
  const { name, version, license = 'no licence named' } = readPackage(folder)
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each))
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
  return `${name} ${version} (${license})\n${text}`
}

function readPackage(folder: string): Package {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package
}
