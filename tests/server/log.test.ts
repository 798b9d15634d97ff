import { expect, test } from 'vitest'
import { createLog } from '../../server/log.ts'

test('one line a message, from the least level on, troubles told apart', () => {
  const lines: [string, boolean][] = []
  const log = createLog(
    'info',
    (line, isTrouble) => lines.push([line, isTrouble]),
    () => new Date(0),
  )
  log.debug('not this')
  log.info('started', { port: 8000, mode: 'open' })
  log.error('it failed', { error: 'line one\nline "two"' })
  expect(lines).toEqual([
    ['1970-01-01T00:00:00.000Z info started port=8000 mode=open\n', false],
    ['1970-01-01T00:00:00.000Z error it failed error="line one\\nline \\"two\\""\n', true],
  ])
})
