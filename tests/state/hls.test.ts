import type { LoaderContext } from 'hls.js'
import { expect, test, vi } from 'vitest'
import type { FileReading } from '../../src/swarm/fileReading.ts'
import { swarmLoader } from '../../src/state/hls/swarmLoader.ts'
import { addressInShare, pathInShare } from '../../src/state/parts/address.ts'

test('what a playlist names is a file of the share, or nothing', () => {
  const playlist = addressInShare(['a film', 'quality 0', 'list.m3u8'])
  expect(pathInShare(playlist)).toEqual(['a film', 'quality 0', 'list.m3u8'])
  const named = (reference: string) => pathInShare(new URL(reference, playlist).href)
  expect(named('part%20000.ts')).toEqual(['a film', 'quality 0', 'part 000.ts'])
  expect(named('../quality 1/list.m3u8')).toEqual(['a film', 'quality 1', 'list.m3u8'])
  expect(named('../../../../x.ts')).toEqual(['x.ts'])
  expect(named('https://tracker.example/spy.ts')).toBeNull()
  expect(named('//tracker.example/spy.ts')).toBeNull()
  expect(pathInShare('https://swarm.invalid/%')).toBeNull()
})

/** A file of five bytes that is read two at a time. */
function reading(): FileReading {
  const bytes = Uint8Array.of(1, 2, 3, 4, 5)
  return {
    size: 5,
    read: (from: number, to: number) => Promise.resolve(bytes.slice(from, Math.min(to, from + 2))),
    close: () => true,
  } as unknown as FileReading
}

test.each([
  [{}, [1, 2, 3, 4, 5]],
  // As hls.js writes it where a playlist names no range.
  [{ rangeStart: 0, rangeEnd: 0 }, [1, 2, 3, 4, 5]],
  [{ rangeStart: 1, rangeEnd: 4 }, [2, 3, 4]],
])('a segment asked for with %j is read whole', async (range, expected) => {
  const Loader = swarmLoader((path) => (path[0] === 'a.ts' ? reading() : null))
  const load = (url: string) =>
    new Promise((resolve) => {
      const context = { url, responseType: 'arraybuffer', ...range } as LoaderContext
      new Loader().load(context, {} as never, {
        onSuccess: ({ data }) => resolve([...new Uint8Array(data as ArrayBuffer)]),
        onError: ({ code }) => resolve(code),
        onTimeout: () => undefined,
      })
    })
  expect(await load(addressInShare(['a.ts']))).toEqual(expected)
  expect(await load(addressInShare(['b.ts']))).toBe(404)
})

test('a part that claims to be longer than any is not read, and takes no room', async () => {
  const read = vi.fn(() => new Promise<never>(() => undefined))
  const claimed = { size: 2e9, read, close: () => true } as unknown as FileReading
  const Loader = swarmLoader(() => claimed)
  const told = new Promise((resolve) => {
    const context = { url: addressInShare(['a.ts']), responseType: 'arraybuffer' } as LoaderContext
    new Loader().load(context, {} as never, {
      onSuccess: resolve,
      onError: ({ text }) => resolve(text),
      onTimeout: () => undefined,
    })
  })
  expect(await told).toContain('part-too-long')
  expect(read).not.toHaveBeenCalled()
})
