/** `npm run bench -- <name>`: runs one bench against the site as it is built; see benchOptions.ts for more. */

const BENCHES: Readonly<Record<string, () => Promise<{ run: () => Promise<void> }>>> = {
  classic: () => import('./classic.ts'),
  cluster: () => import('./cluster.ts'),
  crowd: () => import('./crowd.ts'),
  dropToLink: () => import('./dropToLink.ts'),
  firstByte: () => import('./firstByte.ts'),
  firstLoad: () => import('./firstLoad.ts'),
  hidden: () => import('./hidden.ts'),
  keeper: () => import('./keeper.ts'),
  line: () => import('./line.ts'),
  messages: () => import('./messages.ts'),
  metadata: () => import('./metadata.ts'),
  nodeToPage: () => import('./nodeToPage.ts'),
  notes: () => import('./notes.ts'),
  opening: () => import('./opening.ts'),
  opfs: () => import('./opfs.ts'),
  painting: () => import('./painting.ts'),
  ping: () => import('./ping.ts'),
  rest: () => import('./rest.ts'),
  live: () => import('./live.ts'),
  remux: () => import('./remux.ts'),
  resume: () => import('./resume.ts'),
  sealed: () => import('./sealed.ts'),
  simSwarm: () => import('./simSwarm.ts'),
  together: () => import('./together.ts'),
  tracker: () => import('./tracker.ts'),
  watch: () => import('./watch.ts'),
  zipMemory: () => import('./zipMemory.ts'),
}

const [name = ''] = process.argv.slice(2)
const load = BENCHES[name]
if (load) {
  await (await load()).run()
} else {
  console.error(`There are: ${Object.keys(BENCHES).join(' ')}`)
  process.exitCode = 1
}
