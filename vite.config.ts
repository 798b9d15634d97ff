import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'
import { bundledLicences } from './bundle/licences.ts'
import { shellList } from './bundle/shellList.ts'
import { wireInPage } from './bundle/wireInPage.ts'

const licences = bundledLicences()
/** Of Svelte, what only parts that come later use: the page begins with modules that merely hand it on. */
const LATER =
  /\/svelte\/src\/(reactivity\/(map|set)|internal\/client\/dom\/(blocks\/await|elements\/bindings\/size))\.js$/
const SHARED = /\/src\/(core|wire|torrent|swarm|seal|storage)\//
const UNUSED = join(import.meta.dirname, 'bundle/unusedParts.ts')

export default defineConfig({
  // Where the site is on its host is known to its server alone (PUBLIC_URL). So parts name each other by where they lie
  // themselves, and only what is HTML names the root, which the server puts in. One build serves everywhere.
  experimental: {
    renderBuiltUrl: (name, { hostType }) => (hostType === 'html' ? `/${name}` : { relative: true }),
  },
  plugins: [svelte(), licences, shellList(), wireInPage()],
  resolve: {
    alias: {
      // What bittorrent-protocol and the links stand on (see docs/design.md).
      streamx: join(import.meta.dirname, 'src/swarm/link/byteStream.ts'),
      debug: UNUSED,
    },
  },
  // In development too the wire and the links have to stand on one and the same stream: what Vite bundles beforehand would
  // bring a copy of its own.
  optimizeDeps: {
    exclude: ['bittorrent-protocol'],
    include: ['bittorrent-protocol > throughput', 'bittorrent-protocol > unordered-array-remove'],
  },
  build: {
    target: 'es2023',
    // A data: URL for a small asset would need an exception in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What the page begins with is one file: what its parts share with it would else be files and requests too. So is what
    // the engine shares with others, for a browser asks an HTTP/1.1 server for six files at a time.
    rolldownOptions: {
      // They define something and do nothing else: the page needs none of them to have run.
      treeshake: { moduleSideEffects: (id) => (LATER.test(id) ? false : undefined) },
      output: {
        codeSplitting: {
          groups: [
            { name: 'page', tags: ['$initial'], priority: 1 },
            { name: 'shared', test: SHARED, minShareCount: 2 },
            { name: 'later', test: LATER, priority: 2, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
  worker: {
    format: 'es',
    plugins: () => [licences],
    rolldownOptions: {
      output: {
        // A service worker is known by its address, which must stay the same from one version to the next.
        entryFileNames: ({ name }) => (name === 'serviceWorker' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: {
    // In development the service worker lies deep in the sources, and answers for the whole site all the same.
    headers: { 'Service-Worker-Allowed': '/' },
  },
})
