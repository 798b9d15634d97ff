/**
 * Who may import whom: the table of the design, layer by layer. A layer not named here may not exist below
 * src/, so that nobody adds one without deciding what it may know.
 */
const MAY_IMPORT = {
  core: [],
  torrent: ['core'],
  seal: ['core'],
  wire: ['core'],
  storage: ['core', 'torrent', 'seal'],
  swarm: ['core', 'torrent', 'seal', 'wire', 'storage'],
  stream: ['core', 'torrent', 'wire', 'storage', 'swarm'],
  notes: ['core', 'torrent', 'wire', 'storage', 'swarm'],
  home: ['core', 'torrent', 'seal', 'wire', 'storage', 'swarm', 'stream', 'notes'],
  state: ['core', 'torrent', 'wire', 'storage', 'swarm', 'stream', 'notes', 'home'],
  ui: ['core', 'state'],
}

const LAYERS = Object.keys(MAY_IMPORT)

/** Files nothing imports: the page's and the service worker's composition roots, the workers' entries, ambient declarations. */
const ROOTS = '(^src/main\\.ts|Worker\\.ts|\\.d\\.ts|^server/(main|keeperMain)\\.ts)$'

/** Imported for its address alone, by who registers it. */
const SERVICE_WORKER = 'src/serviceWorker\\.ts$'

const layerRules = LAYERS.map((layer) => ({
  name: `${layer}-imports-only-what-it-may`,
  comment: `src/${layer} may import: ${[...MAY_IMPORT[layer]].join(', ') || 'nothing'} (and itself).`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: `^src/(${[layer, ...MAY_IMPORT[layer]].join('|')})/|^${SERVICE_WORKER}` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'only-known-layers',
      comment: 'Every file of src/ but the two roots lies in a layer whose imports are decided.',
      severity: 'error',
      from: {},
      to: {
        path: '^src/',
        pathNot: `^src/((${LAYERS.join('|')})/|main\\.ts$|serviceWorker\\.ts$|[^/]+\\.d\\.ts$)`,
      },
    },
    {
      name: 'main-is-the-root',
      comment: 'main.ts builds everything and is imported by nobody.',
      severity: 'error',
      from: {},
      to: { path: '^(src/main|server/(main|keeperMain))\\.ts$' },
    },
    {
      name: 'service-worker-is-a-root',
      comment: 'serviceWorker.ts is imported for its address, by who registers it.',
      severity: 'error',
      from: { pathNot: '^src/stream/registration\\.ts$' },
      to: { path: `^${SERVICE_WORKER}` },
    },
    {
      name: 'core-is-pure',
      comment:
        'core uses no node: module, and no package but one that is as pure: the writer of magnet links.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { pathNot: '^(src/core/|node_modules/magnet-uri/)' },
    },
    {
      name: 'page-not-to-server',
      comment: 'The page never imports the server, the tests, or what only Node has.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(server|tests)/' },
    },
    {
      name: 'page-not-to-node',
      comment: 'The page runs in a browser: no node: modules.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-shares-core-torrent-and-wire',
      comment: 'The server may use src/core, src/torrent and src/wire, and nothing else of the page.',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/peer/' },
      to: { path: '^src/', pathNot: '^src/(core|torrent|wire)/' },
    },
    {
      name: 'peer-is-a-home-of-the-engine',
      comment: 'server/peer has the engine, and nothing of a page.',
      severity: 'error',
      from: { path: '^server/peer/' },
      to: { path: '^src/', pathNot: '^src/(core|torrent|seal|wire|storage|swarm|notes)/' },
    },
    {
      name: 'webrtc-only-in-peer',
      severity: 'error',
      from: { path: '^(src|server)/', pathNot: '^server/peer/' },
      to: { path: 'node_modules/(node-datachannel|webrtc-polyfill)/' },
    },
    {
      name: 'product-not-to-tests',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^tests/' },
    },
    {
      name: 'wire-only-in-swarm',
      comment: 'swarm/ is the only door to the peer wire protocol.',
      severity: 'error',
      from: { path: '^(src|server)/', pathNot: '^src/swarm/' },
      to: { path: 'node_modules/(webtorrent|bittorrent-protocol)/' },
    },
    {
      name: 'ws-only-in-tests',
      severity: 'error',
      from: { path: '^(src|server)/' },
      to: { path: 'node_modules/(@types/)?ws/' },
    },
    {
      name: 'databases-only-in-home',
      comment: 'What is kept is kept by the home; the engine knows interfaces of it (src/storage).',
      severity: 'error',
      from: { path: '^(src|server)/', pathNot: '^src/home/' },
      to: { path: 'node_modules/idb/' },
    },
    {
      name: 'svelte-only-in-state-ui-main',
      severity: 'error',
      from: { path: '^(src|server)/', pathNot: '^src/(state/|ui/|main\\.ts$)' },
      to: { path: 'node_modules/svelte/' },
    },
    {
      name: 'no-dev-packages-in-the-product',
      comment: 'What runs in production is a dependency, not a dev dependency.',
      severity: 'error',
      from: { path: '^(src|server)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that imports nothing and is imported by nothing is dead, unless it is a root.',
      severity: 'error',
      from: { orphan: true, path: '^(src|server)/', pathNot: ROOTS },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    // Types count: a layer that only names another's types depends on it all the same.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'browser', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.svelte', '.js', '.mjs', '.cjs', '.d.ts', '.json'],
    },
  },
}
