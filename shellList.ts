import type { Plugin } from 'vite'

/** Below the site's address; `src/stream/shell` reads it. */
const FILE = 'shell.json'

/** Parts that are of no use without a network. */
const ONLINE_ONLY = /^assets\/mountAdmin-/

/** Writes which files the page consists of, so that a browser can keep all of them. */
export function shellList(): Plugin {
  return {
    name: 'shell-list',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        if (this.environment.config.isWorker) return
        const files = Object.keys(bundle).filter(
          (name) => name.startsWith('assets/') && !ONLINE_ONLY.test(name),
        )
        const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
        if (!entry) throw new Error('The build has no entry, so nothing can be kept of it.')
        const list = { entry: `/${entry.fileName}`, files: files.map((name) => `/${name}`).sort() }
        this.emitFile({ type: 'asset', fileName: FILE, source: JSON.stringify(list) })
      },
    },
  }
}
