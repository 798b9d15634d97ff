import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { cruise, type IConfiguration } from 'dependency-cruiser'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

/** The import rules bite: small trees that break one each, and the rule that says so. */

const configuration = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as IConfiguration

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shoal-rules-'))
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  writeFileSync(
    join(root, 'package.json'),
    '{ "type": "module", "dependencies": { "uqr": "*", "bencode": "*" } }',
  )
})

afterEach(() => rmSync(root, { recursive: true }))

/** Each tree: path → what the file imports. */
type Tree = Readonly<Record<string, readonly string[]>>

const UI_LEAF = { 'src/ui/leaf.ts': ['../core/leaf.ts'], 'src/core/leaf.ts': [] }

const FORBIDDEN: readonly (readonly [rule: string, tree: Tree])[] = [
  ['core-imports-only-what-it-may', { 'src/core/a.ts': ['../wire/b.ts'], 'src/wire/b.ts': [] }],
  ['core-is-pure', { 'src/core/a.ts': ['uqr'] }],
  ['torrent-imports-only-what-it-may', { 'src/torrent/a.ts': ['../wire/b.ts'], 'src/wire/b.ts': [] }],
  ['seal-imports-only-what-it-may', { 'src/seal/a.ts': ['../torrent/b.ts'], 'src/torrent/b.ts': [] }],
  ['wire-imports-only-what-it-may', { 'src/wire/a.ts': ['../storage/b.ts'], 'src/storage/b.ts': [] }],
  ['storage-imports-only-what-it-may', { 'src/storage/a.ts': ['../swarm/b.ts'], 'src/swarm/b.ts': [] }],
  ['swarm-imports-only-what-it-may', { 'src/swarm/a.ts': ['../state/b.ts'], 'src/state/b.ts': [] }],
  ['stream-imports-only-what-it-may', { 'src/stream/a.ts': ['../notes/b.ts'], 'src/notes/b.ts': [] }],
  ['notes-imports-only-what-it-may', { 'src/notes/a.ts': ['../ui/leaf.ts'], ...UI_LEAF }],
  ['swarm-imports-only-what-it-may', { 'src/swarm/a.ts': ['../home/b.ts'], 'src/home/b.ts': [] }],
  ['home-imports-only-what-it-may', { 'src/home/a.ts': ['../state/b.ts'], 'src/state/b.ts': [] }],
  ['databases-only-in-home', { 'src/storage/a.ts': ['idb'] }],
  ['state-imports-only-what-it-may', { 'src/state/a.svelte.ts': ['../ui/leaf.ts'], ...UI_LEAF }],
  ['ui-imports-only-what-it-may', { 'src/ui/A.svelte': ['../swarm/b.ts'], 'src/swarm/b.ts': [] }],
  ['only-known-layers', { 'src/main.ts': ['./helpers/b.ts'], 'src/helpers/b.ts': [] }],
  ['main-is-the-root', { 'src/ui/a.ts': ['../main.ts'], 'src/main.ts': [] }],
  ['page-not-to-server', { 'src/state/a.ts': ['../../server/b.ts'], 'server/b.ts': [] }],
  ['page-not-to-node', { 'src/wire/a.ts': ['node:fs'] }],
  [
    'server-shares-core-torrent-and-wire',
    { 'server/tracker/a.ts': ['../../src/swarm/b.ts'], 'src/swarm/b.ts': [] },
  ],
  ['peer-is-a-home-of-the-engine', { 'server/peer/a.ts': ['../../src/home/b.ts'], 'src/home/b.ts': [] }],
  ['webrtc-only-in-peer', { 'server/tracker/a.ts': ['node-datachannel'] }],
  ['product-not-to-tests', { 'server/a.ts': ['../tests/b.ts'], 'tests/b.ts': [] }],
  ['wire-only-in-swarm', { 'src/stream/a.ts': ['bittorrent-protocol'] }],
  ['ws-only-in-tests', { 'server/tracker/http.ts': ['ws'] }],
  ['service-worker-is-a-root', { 'src/ui/a.ts': ['../serviceWorker.ts'], 'src/serviceWorker.ts': [] }],
  ['svelte-only-in-state-ui-main', { 'src/swarm/a.ts': ['svelte/reactivity'] }],
  ['nothing-unresolved', { 'src/wire/a.ts': ['./gone.ts'] }],
  ['no-circles', { 'src/core/a.ts': ['./b.ts'], 'src/core/b.ts': ['./a.ts'] }],
  ['no-orphans', { 'src/core/a.ts': [] }],
]

const ALLOWED: readonly (readonly [what: string, tree: Tree])[] = [
  [
    'ui → state → swarm → core',
    {
      'src/ui/A.svelte': ['../state/b.svelte.ts'],
      'src/state/b.svelte.ts': ['../swarm/c.ts', 'svelte/reactivity'],
      'src/swarm/c.ts': ['../core/d.ts'],
      'src/core/d.ts': [],
    },
  ],
  ['the server → torrent', { 'server/media/a.ts': ['../../src/torrent/b.ts'], 'src/torrent/b.ts': [] }],
  ['the peer → swarm', { 'server/peer/a.ts': ['../../src/swarm/b.ts'], 'src/swarm/b.ts': [] }],
  ['the tracker → wire', { 'server/tracker/sockets.ts': ['../../src/wire/b.ts'], 'src/wire/b.ts': [] }],
  ['a worker’s entry that nobody imports', { 'src/storage/hashWorker.ts': [] }],
]

describe('import rules', () => {
  test.for(FORBIDDEN)('%s', async ([rule, tree]) => {
    expect(await brokenRules(tree)).toContain(rule)
  })

  test.for(ALLOWED)('allowed: %s', async ([, tree]) => {
    expect(await brokenRules(tree)).toEqual([])
  })
})

async function brokenRules(tree: Tree): Promise<string[]> {
  for (const [path, imports] of Object.entries(tree)) {
    const lines = imports.map((name, index) => `import * as m${index} from '${name}'\nconsole.log(m${index})`)
    const script = `${lines.join('\n')}\nexport const here = true\n`
    const file = join(root, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, path.endsWith('.svelte') ? `<script lang="ts">\n${script}</script>\n` : script)
  }
  const { options, ...rules } = configuration
  const rest = { ...options }
  delete rest.tsConfig
  const tops = [...new Set(Object.keys(tree).map((path) => path.split('/')[0] ?? ''))]
  const { output } = await cruise(tops, {
    ...rest,
    validate: true,
    ruleSet: rules,
    baseDir: root,
  })
  if (typeof output === 'string') throw new Error('The cruise answered text instead of a result.')
  return [...new Set(output.summary.violations.map((violation) => violation.rule.name))]
}
