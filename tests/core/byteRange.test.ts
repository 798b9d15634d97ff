import { describe, expect, test } from 'vitest'
import { contentRange, parseContentRange, parseRange } from '../../src/core/byteRange.ts'

const part = (from: number, to: number) => ({ kind: 'part', from, to })
const WHOLE = { kind: 'whole' }
const UNSATISFIABLE = { kind: 'unsatisfiable' }

describe('a Range header, of 1,000 bytes', () => {
  test.each([
    ['bytes=0-', part(0, 1000)],
    ['bytes=0-0', part(0, 1)],
    ['bytes=500-999', part(500, 1000)],
    ['bytes=500-99999', part(500, 1000)],
    ['bytes=-1', part(999, 1000)],
    ['bytes=-5000', part(0, 1000)],
    ['Bytes= 10-19', part(10, 20)],
    ['bytes=1000-', UNSATISFIABLE],
    ['bytes=1000-1001', UNSATISFIABLE],
    ['bytes=-0', UNSATISFIABLE],
    ['bytes=5-4', WHOLE],
    ['bytes=-', WHOLE],
    ['bytes=0-1,5-6', WHOLE],
    ['items=0-1', WHOLE],
    ['bytes=a-b', WHOLE],
    ['bytes= 0-1 , 5-6', WHOLE],
    ['bytes=0-1,', WHOLE],
    ['bytes=0-99999999999999999999', part(0, 1000)],
    ['bytes=-99999999999999999999', part(0, 1000)],
    ['bytes=99999999999999999999-', UNSATISFIABLE],
    [`bytes=${'9'.repeat(400)}-`, UNSATISFIABLE],
    [null, WHOLE],
  ])('%s', (header, range) => {
    expect(parseRange(header, 1000)).toEqual(range)
  })

  test('nothing of an empty file can be had in parts', () => {
    expect(parseRange('bytes=0-', 0)).toEqual(UNSATISFIABLE)
    expect(parseRange('bytes=-1', 0)).toEqual(UNSATISFIABLE)
  })
})

describe('a Content-Range header', () => {
  test('is read as it is written', () => {
    expect(parseContentRange(contentRange(10, 20, 100))).toEqual({ from: 10, to: 20, size: 100 })
  })

  test.each([
    ['bytes 0-9/*', { from: 0, to: 10, size: null }],
    ['bytes 9-0/10', null],
    ['bytes 0-10/10', null],
    ['bytes */10', null],
    ['0-9/10', null],
    [null, null],
  ])('%s', (header, range) => {
    expect(parseContentRange(header)).toEqual(range)
  })
})
