import { expect, test } from 'vitest'
import { join } from 'node:path'
import { bundledLicences } from '../../bundle/licences.ts'

/** What the build writes for the packages whose code it bundles. */
function licencesOf(modules: readonly string[], isWorker = false): string | null {
  const { moduleParsed, generateBundle } = bundledLicences() as unknown as {
    moduleParsed: (module: { id: string }) => void
    generateBundle: (this: unknown) => void
  }
  for (const path of modules) moduleParsed({ id: join(import.meta.dirname, '../..', path) })
  let written: string | null = null
  generateBundle.call({
    environment: { config: { isWorker } },
    emitFile: ({ source }: { source: string }) => (written = source),
  })
  return written
}

test('one file has the licence of each package, and no other', () => {
  const text = licencesOf(['src/main.ts', 'node_modules/idb/build/index.js', 'node_modules/yjs/src/index.js'])
  expect(text).toMatch(/^idb 8\S+ \(ISC\)\n[^]*Jake Archibald[^]*^yjs 13\S+ \(MIT\)\n[^]*Kevin Jahns/m)
  expect(text).not.toContain('svelte')
})

test('a worker’s bundle writes none: the page’s has its packages too', () => {
  expect(licencesOf(['node_modules/idb/build/index.js'], true)).toBeNull()
})
