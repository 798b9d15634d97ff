import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Lies to the engine with one seed after the other, for so many minutes; ends at the first that does harm.
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
let seed = Number(first)
for (; performance.now() < end; seed += AT_ONCE) {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', 'tests/swarm/fuzz.test.ts']
  const child = spawn(process.execPath, vitest, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, FUZZ_SEED: String(seed), FUZZ_RUNS: String(AT_ONCE) },
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) {
    console.error(`${output}\nHarm was done by one of the seeds from ${seed} to ${seed + AT_ONCE - 1}.`)
    process.exit(1)
  }
  console.log(`Seeds ${seed} to ${seed + AT_ONCE - 1} did no harm.`)
}
