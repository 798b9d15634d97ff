import { describe, expect, it, test } from 'vitest'
import { zipOf } from '../../src/stream/zipStream.ts'
import { emptyFile, file, sparse } from './support/zippedFiles.ts'
import { listFromTail } from './support/zipTail.ts'

const DATE = new Date(2026, 10, 22, 12, 0, 0)
const GB = 1_000_000_000

describe('ZIP64', () => {
  it('has files of more than 4 GiB, and files that begin beyond that', async () => {
    const zip = zipOf('big', [sparse('film.bin', 4.4 * GB), file('after.txt', 'after')], DATE)
    expect(await listFromTail(zip.stream, 4096)).toEqual({
      size: zip.size,
      files: [
        { name: 'big/film.bin', size: 4.4 * GB },
        { name: 'big/after.txt', size: 5 },
      ],
    })
  })

  // 65,535 in the classic end record means "see the ZIP64 record".
  test.each([65_534, 65_535, 65_537])('has %d files', async (count) => {
    const files = Array.from({ length: count }, (_, index) => emptyFile(`${index}.txt`))
    const zip = zipOf('many', files, DATE)
    const found = await listFromTail(zip.stream, 16 * 1024 * 1024)
    expect(found.size).toBe(zip.size)
    expect(found.files).toHaveLength(count)
    expect(found.files.at(-1)).toEqual({ name: `many/${count - 1}.txt`, size: 0 })
  })
})
