import type { Plugin, Rolldown } from 'vite'

/** Below the site's address; `src/stream/shell` reads it. */
const FILE = 'shell.json'

/** The admin's page and its words are of no use without a network; what draws pages of a PDF is large, and rarely used. */
const ONLINE_ONLY = /^assets\/(mountAdmin|admin|PdfPage|pdfWorker|jbig2|openjpeg)-/

/** English is everybody's second language: whatever else fails to come, it is there. */
const WORDS = /\/src\/ui\/words\/(?!en\/)([^/]+)\/[^/]+$/

/**
 * Writes which files the page consists of, so that a browser can keep them; those of each language apart, since it keeps
 * only the one that is read.
 */
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
        const list = { entry: `/${entry.fileName}`, ...byLanguage(files.sort(), bundle) }
        this.emitFile({ type: 'asset', fileName: FILE, source: JSON.stringify(list) })
      },
    },
  }
}

function byLanguage(names: readonly string[], bundle: Rolldown.OutputBundle) {
  const files: string[] = []
  const languages: Record<string, string[]> = {}
  for (const name of names) {
    const tag = languageOf(bundle[name])
    const list = tag === null ? files : (languages[tag] ??= [])
    list.push(`/${name}`)
  }
  return { files, languages }
}

/** The language whose words are all that is in a file. */
function languageOf(file: Rolldown.OutputChunk | Rolldown.OutputAsset | undefined): string | null {
  if (file?.type !== 'chunk') return null
  const tags = new Set(file.moduleIds.map((id) => WORDS.exec(id)?.[1] ?? null))
  const [tag] = tags
  return tags.size === 1 ? (tag ?? null) : null
}
