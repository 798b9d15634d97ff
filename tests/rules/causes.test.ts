import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * Chromium tells every site of ten gigabytes more than it has used, whatever there is: a disk that is full shows with the
 * first byte that does not fit (damage.spec.ts), and nobody is told of it before.
 */
const NEVER_TOLD = ['no-room']

/** Every cause that the doctor can name is made to happen in a real browser. */
test('no cause is told of that no end-to-end test has made happen', () => {
  const [, union = ''] = /^export type Cause =([^]*?)\n\n/m.exec(
    readFileSync('src/state/doctor/conclude.ts', 'utf8'),
  ) ?? ['']
  const causes = [...union.matchAll(/kind: '([^']+)'/g)].map(([, kind = '']) => kind)
  const specs = readdirSync('tests/e2e')
    .map((name) => readFileSync(`tests/e2e/${name}`, 'utf8'))
    .filter((text) => text.includes('DoctorView'))
    .join('\n')
  const shown = causes.filter((kind) => specs.includes(`'${kind}'`) || specs.includes(`data-cause="${kind}"`))
  expect(causes.length).toBeGreaterThan(30)
  expect(causes.filter((kind) => !shown.includes(kind))).toEqual(NEVER_TOLD)
})
