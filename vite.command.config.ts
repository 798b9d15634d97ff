import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'
import { bundledLicences } from './bundle/licences.ts'
import { manualPage } from './server/peer/command/manual.ts'

/* `shoal` for others' machines, as JavaScript in a package of its own: `npm run package`. */

/** The oldest Node that it is for. */
const NODE = 22

interface Manifest {
  readonly version: string
  readonly license: string
  readonly dependencies: Readonly<Record<string, string>>
}

const { version, license, dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest

/** What is no JavaScript, and so not in the bundle. */
const NATIVE = 'node-datachannel'

const MANIFEST = {
  name: 'shoal',
  version,
  description: 'Shares and fetches files with the pages of a Shoal site, on the command line.',
  license,
  type: 'module',
  engines: { node: `>=${NODE}` },
  bin: { shoal: 'shoal.js' },
  man: ['shoal.1'],
  dependencies: { [NATIVE]: dependencies[NATIVE] },
}

/** What npm starts: plain enough for a Node that is too old to be told so. */
const START = `#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) < ${NODE}) {
  console.error('shoal needs Node ${NODE} or newer; this is ' + process.versions.node + '.')
  process.exit(1)
}
import('./command.js')
`

function packaged(): Plugin {
  return {
    name: 'package',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'shoal.js', source: START })
      this.emitFile({ type: 'asset', fileName: 'shoal.1', source: manualPage(version) })
      this.emitFile({ type: 'asset', fileName: 'package.json', source: JSON.stringify(MANIFEST, null, 2) })
    },
  }
}

export default defineConfig({
  plugins: [bundledLicences(), packaged()],
  publicDir: false,
  ssr: { noExternal: true, external: [NATIVE] },
  build: {
    ssr: 'server/peer/command/main.ts',
    target: `node${NODE}`,
    outDir: 'build',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'command.js', chunkFileNames: '[name]-[hash].js' } },
  },
})
