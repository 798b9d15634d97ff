import { playwrightReport, vitestReport, type Report } from './report.ts'

/** One step of `npm test`: commands run one after another, all of which must exit 0. */
export interface Step {
  readonly name: string
  readonly heading: string
  readonly commands: readonly Command[]
  /** A step that must have run before this one, should this one be asked for alone. */
  readonly needs?: string
  /** Where a test runner leaves its report, and how to read it. */
  readonly report?: { readonly path: string; readonly read: (json: unknown) => Report }
}

export interface Command {
  readonly program: string
  readonly parameters: readonly string[]
}

/** Steps that run one after another. */
export type Lane = readonly Step[]

const REPORTS = 'test-results/reports'

/** Where tools keep what they found out about files that have not changed since. */
const CACHE = 'node_modules/.cache/shoal'

/**
 * The steps: phases one after another, quick ones first, so that a slip shows early; the lanes of a phase side
 * by side. What checks the text keeps one core busy, unit tests half of one, and the tests with other clients
 * mostly wait for them. Browsers need both cores.
 *
 * @param cached lets the checks of the text skip what has not changed. ESLint then misses a file whose types changed
 *   because of another, so it is for the commits in between
 */
export function allPhases(cached: boolean): readonly (readonly Lane[])[] {
  const kept = (name: string, ...more: string[]) =>
    cached ? ['--cache', '--cache-location', `${CACHE}/${name}`, ...more] : []
  const typesOf = (project: string) =>
    cached ? ['--incremental', '--tsBuildInfoFile', `${CACHE}/${project}.tsbuildinfo`] : []
  const text: Lane = [
    {
      name: 'format',
      heading: 'Formatting',
      commands: [run('prettier', '--check', '.', ...kept('prettier'))],
    },
    {
      name: 'types',
      heading: 'Types',
      commands: [
        run('svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings'),
        ...['worker', 'node', 'tests'].map((project) =>
          run('tsc', '-p', `tsconfig.${project}.json`, ...typesOf(project)),
        ),
      ],
    },
    {
      name: 'imports',
      heading: 'Import rules',
      commands: [run('depcruise', 'src', 'server', '--config', '.dependency-cruiser.cjs')],
    },
    { name: 'dead', heading: 'Dead code', commands: [run('knip')] },
    {
      name: 'lint',
      heading: 'Lint',
      commands: [run('eslint', '.', '--max-warnings', '0', ...kept('eslint', '--cache-strategy', 'content'))],
    },
    { name: 'build', heading: 'Build', commands: [run('vite', 'build')] },
  ]
  return [
    [
      text,
      [vitestStep('unit', 'Unit tests', 'vitest.config.ts')],
      [
        vitestStep('interop', 'With other programs', 'vitest.interop.config.ts'),
        vitestStep('large', 'Unit tests with gigabytes', 'vitest.large.config.ts'),
      ],
    ],
    [[vitestStep('component', 'Component tests', 'vitest.browser.config.ts')]],
    [
      [
        {
          name: 'e2e',
          heading: 'End-to-end tests',
          needs: 'build',
          commands: [run('playwright', 'test')],
          report: { path: `${REPORTS}/e2e.json`, read: playwrightReport },
        },
      ],
    ],
  ]
}

function run(program: string, ...parameters: string[]): Command {
  return { program, parameters }
}

function vitestStep(name: string, heading: string, config: string): Step {
  const path = `${REPORTS}/${name}.json`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`]
  return {
    name,
    heading,
    commands: [run('vitest', 'run', '--config', config, ...reporters)],
    report: { path, read: vitestReport },
  }
}
