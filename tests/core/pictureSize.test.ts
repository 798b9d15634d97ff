import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { pictureSize } from '../../src/core/pictureSize.ts'

const folder = mkdtempSync(join(tmpdir(), 'shoal-sizes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A picture as a program writes it, that knows nothing of ours. */
function written(name: string, ...more: readonly string[]): Uint8Array {
  const path = join(folder, name)
  const source = ['-f', 'lavfi', '-i', 'color=teal:size=322x54', '-frames:v', '1']
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...source, ...more, path])
  return new Uint8Array(readFileSync(path))
}

describe('the size of a picture', () => {
  it.each([
    ['a.png', []],
    ['a.gif', []],
    ['a.bmp', []],
    ['a.jpg', []],
    ['lossy.webp', ['-c:v', 'libwebp', '-lossless', '0']],
    ['whole.webp', ['-c:v', 'libwebp', '-lossless', '1', '-pix_fmt', 'bgra']],
  ])('stands in %s', (name, more) => {
    expect(pictureSize(written(name, ...more))).toEqual({ width: 322, height: 54 })
  })

  it('stands in the extended form of WebP and in AVIF', () => {
    const extended = new Uint8Array(30)
    extended.set(new TextEncoder().encode('RIFF....WEBPVP8X'))
    extended.set([0x41, 1, 0, 0x35, 0, 0], 24)
    expect(pictureSize(extended)).toEqual({ width: 322, height: 54 })

    const avif = new Uint8Array(200)
    avif.set(new TextEncoder().encode('....ftypavif'))
    const put = (at: number, width: number, height: number) => {
      avif.set(new TextEncoder().encode('ispe'), at)
      new DataView(avif.buffer).setUint32(at + 8, width)
      new DataView(avif.buffer).setUint32(at + 12, height)
    }
    // A picture made of tiles names theirs as well.
    put(60, 161, 54)
    put(90, 322, 54)
    expect(pictureSize(avif)).toEqual({ width: 322, height: 54 })
  })

  it('stands behind what a camera has put before it', () => {
    const jpeg = written('camera.jpg')
    const exif = new Uint8Array(60_002)
    exif.set([0xff, 0xe1, 60_000 >> 8, 60_000 & 255])
    const whole = new Uint8Array([...jpeg.subarray(0, 2), ...exif, ...jpeg.subarray(2)])
    expect(pictureSize(whole)).toEqual({ width: 322, height: 54 })
  })

  it.each([
    ['nothing', new Uint8Array()],
    [
      'a drawing',
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'),
    ],
    ['a picture that is cut off', written('cut.png').slice(0, 18)],
    ['no width', written('flat.png').fill(0, 16, 20)],
  ])('is not known of %s', (_what, bytes) => {
    expect(pictureSize(bytes)).toBe(null)
  })

  it('is found or not in any bytes, and soon', () => {
    const heads = [
      [],
      [0xff, 0xd8],
      [0x89, 0x50, 0x4e, 0x47],
      [...new TextEncoder().encode('RIFF....WEBPVP8L')],
    ]
    const bytes = fc.tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }))
    fc.assert(
      fc.property(bytes, ([head, rest]) => {
        const size = pictureSize(new Uint8Array([...head, ...rest]))
        expect(size === null || (size.width > 0 && size.height > 0)).toBe(true)
      }),
    )
  })
})
