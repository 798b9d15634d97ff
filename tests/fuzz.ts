import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Lies to the engine and to the server, ten seeds at a time, and to real pages, with the first of these, for so many
 * minutes in turns; ends at the first that does harm.
 *
 *     npm run fuzz -- [minutes, 10] [first seed, drawn by lot]
 */

const [minutes = '10', first = String(Math.floor(Math.random() * 1e9))] = process.argv.slice(2)
const end = performance.now() + Number(minutes) * 60_000
if (!(Number(minutes) > 0) || !Number.isSafeInteger(Number(first))) {
  console.error('npm run fuzz -- [minutes] [first seed]')
  process.exit(1)
}

const AT_ONCE = 10
const PAGE_SECONDS = 120
const ENGINE = ['node_modules/vitest/vitest.mjs', 'run', 'tests/swarm/fuzz.test.ts']
const SERVER = ['node_modules/vitest/vitest.mjs', 'run', 'tests/server/fuzz.test.ts']
const PAGES = ['node_modules/@playwright/test/cli.js', 'test', 'fuzz.spec.ts', '--workers', '1']

for (let seed = Number(first); performance.now() < end; seed += AT_ONCE) {
  const last = seed + AT_ONCE - 1
  await run(
    ENGINE,
    { FUZZ_SEED: seed, FUZZ_RUNS: AT_ONCE },
    `The engine was harmed by a seed of ${seed} to ${last}.`,
  )
  console.log(`Seeds ${seed} to ${last} did no harm to the engine.`)
  await run(
    SERVER,
    { FUZZ_SEED: seed, FUZZ_RUNS: AT_ONCE },
    `The server was harmed by a seed of ${seed} to ${last}.`,
  )
  console.log(`Seeds ${seed} to ${last} did no harm to the server.`)
  await run(PAGES, { FUZZ_SEED: seed, FUZZ_SECONDS: PAGE_SECONDS }, `Pages were harmed by seed ${seed}.`)
  console.log(`Seed ${seed} did no harm to pages.`)
}

/** Ends all of it with these words when the tests fail. */
async function run(
  command: readonly string[],
  seeds: Readonly<Record<string, number>>,
  harm: string,
): Promise<void> {
  const settings = Object.fromEntries(Object.entries(seeds).map(([name, value]) => [name, String(value)]))
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...settings },
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code === 0) return
  console.error(`${output}\n${harm}`)
  process.exit(1)
}
