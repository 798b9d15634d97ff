import { expect, test } from 'vitest'
import { FileReading } from '../../../src/swarm/fileReading.ts'
import { Progress } from '../../../src/swarm/progress.ts'
import { ledgerOf } from '../support/ledger.ts'
import { someContents } from '../support/someContents.ts'

const PIECE = 64
/** Every byte tells where it is in the share. */
const SHARE = Uint8Array.from({ length: 200 }, (_, at) => at)

const contents = someContents([100, 0, 60], { pieceLength: PIECE, starts: [0, 100, 128] })

test('a file is read up to the end of a piece at once, beyond the padding before it', async () => {
  const asked: unknown[] = []
  const share = (offset: number, length: number) => {
    asked.push([offset, length])
    return Promise.resolve(SHARE.slice(offset, offset + length))
  }
  expect(await contents.read(0, 10, 100, share)).toEqual(SHARE.slice(10, 64))
  expect(await contents.read(0, 64, 100, share)).toEqual(SHARE.slice(64, 100))
  expect(await contents.read(2, 5, 8, share)).toEqual(SHARE.slice(133, 136))
  expect(asked).toEqual([
    [10, 54],
    [64, 36],
    [133, 3],
  ])
  expect(contents).toMatchObject({ size: 160, files: [{ length: 100 }, { length: 0 }, { length: 60 }] })
})

test('a reading goes on as far as pieces are here', async () => {
  const pieces = ledgerOf(SHARE.length, PIECE)
  const progress = new Progress(contents.extents, pieces)
  pieces.setHere(0, true)
  const wants: unknown[] = []
  const reading = new FileReading(
    {
      contents,
      progress,
      readPiece: (piece, offset, length) =>
        Promise.resolve(SHARE.slice(piece * PIECE + offset, piece * PIECE + offset + length)),
      want: (run) => wants.push(run),
      whenHere: () => Promise.resolve(),
    },
    0,
  )
  expect(reading).toMatchObject({ name: 'file 0', size: 100 })
  expect(await reading.read(60, 100)).toEqual(SHARE.slice(60, 64))
  pieces.setHere(1, true)
  expect(await reading.read(60, 200)).toEqual(SHARE.slice(60, 100))
  expect(wants).toEqual([
    { from: 0, to: 1 },
    { from: 0, to: 1 },
  ])
  await expect(reading.read(100, 101)).rejects.toThrow(RangeError)
})
