import { simulateSwarm, type SwarmOptions } from '../sim/simSwarm.ts'
import { benchOptions } from './benchOptions.ts'
import { report, type Figure } from './runner.ts'

/** Mbit/s in bytes a second. */
const MBIT = 125_000

const HOME = { seedOfRandom: 1, up: 4 * MBIT, down: 50 * MBIT, roundTrip: 40 }

/** What is simulated, and how near the bound is wanted. */
const SWARMS: readonly (readonly [name: string, options: SwarmOptions])[] = [
  ['1 → 1, 50 Mbit/s, 100 MB', { ...HOME, leechers: 1, up: 50 * MBIT, size: 100_000_000 }],
  [
    '1 → 1, 50 Mbit/s, 0.5 % loss, 100 MB',
    { ...HOME, leechers: 1, up: 50 * MBIT, loss: 0.005, size: 100_000_000 },
  ],
  [
    '1 → 1, 20 Mbit/s, RTT 100 ms, 0.2 % loss, 100 MB',
    { ...HOME, leechers: 1, up: 20 * MBIT, roundTrip: 100, loss: 0.002, size: 100_000_000 },
  ],
  ...[20, 40].map(
    (standstill) =>
      [
        `1 → 1, 50 Mbit/s, 60 MB, lines stand still for up to ${standstill} ms`,
        { ...HOME, leechers: 1, up: 50 * MBIT, size: 60_000_000, standstill },
      ] as const,
  ),
  ...[40, 100, 200].map(
    (busy) =>
      [
        `1 → 1, 50 Mbit/s, 60 MB, processors are busy for up to ${busy} ms`,
        { ...HOME, leechers: 1, up: 50 * MBIT, size: 60_000_000, busy },
      ] as const,
  ),
  ['1 → 6, 8 MB', { ...HOME, leechers: 6, size: 8_000_000 }],
  [
    '1 → 6, 8 MB, lines stand still for up to 40 ms',
    { ...HOME, leechers: 6, size: 8_000_000, standstill: 40 },
  ],
  ['1 → 6, 8 MB in pieces of 64 KiB', { ...HOME, leechers: 6, size: 8_000_000, pieceLength: 65_536 }],
  ['1 → 6, 8 MB, 0.5 % loss', { ...HOME, leechers: 6, size: 8_000_000, loss: 0.005 }],
  [
    '1 → 20, 8 MB, ten leave and come',
    { ...HOME, leechers: 20, size: 8_000_000, churn: { every: 2000, times: 10 } },
  ],
  ['1 → 10, 8 MB, three only take', { ...HOME, leechers: 10, size: 8_000_000, freeRiders: 30 }],
  ['1 → 10, 8 MB, two lie', { ...HOME, leechers: 10, size: 8_000_000, liars: 20, pieceLength: 65_536 }],
  ['1 → 40, 20 MB in pieces of 16 KiB', { ...HOME, leechers: 40, size: 20_000_000, pieceLength: 16_384 }],
  ['1 → 40, 20 MB in pieces of 64 KiB', { ...HOME, leechers: 40, size: 20_000_000, pieceLength: 65_536 }],
  ['1 → 100, 100 MB', { ...HOME, leechers: 100, size: 100_000_000 }],
  [
    '1 → 100, 100 MB, lines stand still for up to 40 ms',
    { ...HOME, leechers: 100, size: 100_000_000, standstill: 40 },
  ],
]

/**
 * These take minutes and up to 2 GB of memory, so they are simulated only when they are asked for by name. In 20 MB the
 * beginning and the end, which take as long with any size, weigh five times as much as in 100 MB.
 */
const LARGE: typeof SWARMS = [
  ['1 → 1,000, 20 MB', { ...HOME, leechers: 1000, size: 20_000_000 }],
  ['1 → 1,000, 100 MB', { ...HOME, leechers: 1000, size: 100_000_000 }],
  [
    '1 → 1,000, 100 MB, lines stand still for up to 40 ms',
    { ...HOME, leechers: 1000, size: 100_000_000, standstill: 40 },
  ],
]

/**
 * Whole swarms in virtual time, by the page's own scheduler. Figures are times as multiples of the least time that
 * the lines allow, headers not counted (they take 7 %): the same on every machine, but for how long it took to simulate.
 * One with a thousand: `npm run bench -- simSwarm --only 1,000`.
 */
export async function run(): Promise<void> {
  const { only } = benchOptions()
  const figures: Figure[] = []
  const chosen = only === '' ? SWARMS : [...SWARMS, ...LARGE].filter(([name]) => name.includes(only))
  for (const [name, options] of chosen) {
    const began = performance.now()
    const { last, bound, seedCopies, wasted, lanes } = simulateSwarm(options)
    figures.push(
      { name: `${name}: last done`, unit: '× bound', value: last / bound },
      { name: `${name}: seed sends`, unit: 'copies', value: seedCopies },
      { name: `${name}: came twice`, unit: '%', value: wasted * 100 },
      ...(lanes > 0 ? [{ name: `${name}: lanes opened`, unit: '', value: lanes }] : []),
      { name: `${name}: took`, unit: 's', value: (performance.now() - began) / 1000 },
    )
  }
  report('simSwarm', figures)
}
