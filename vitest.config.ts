import { defineConfig } from 'vitest/config'
import page from './vite.config.ts'
import { wireInPage } from './bundle/wireInPage.ts'

/** Runs over both kinds of streams. */
const STREAMS = 'tests/swarm/link/duplex.test.ts'

/** Unit tests: everything that runs in Node. Component tests have a config of their own, in a real browser. */
export default defineConfig({
  test: {
    environment: 'node',
    exclude: ['**/*.large.test.ts'],
    restoreMocks: true,
    // As with the time of a test: a state that is waited for may take long on a shared machine.
    expect: { poll: { timeout: 30_000 } },
    unstubGlobals: true,
    // The files share a process: starting one and loading the sources anew for each costs half of the time.
    isolate: false,
    // Some tests wait for a real server's time-outs; the other worker goes on meanwhile.
    maxWorkers: 2,
    // Only a thing that stands still should run out of time: the machine may be shared.
    testTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: [
            'tests/{core,torrent,seal,wire,storage,stream,notes,home,state,ui,server,rules,sim,lab}/**/*.test.ts',
            STREAMS,
          ],
        },
      },
      {
        // The engine as the page has it.
        extends: true,
        resolve: page.resolve ?? {},
        plugins: [wireInPage()],
        test: {
          name: 'page',
          include: ['tests/swarm/**/*.test.ts'],
          // What is not built here would not have the page's streams.
          server: { deps: { inline: ['bittorrent-protocol'] } },
          env: { STREAMS: 'page' },
        },
      },
    ],
  },
})
