import { describe, expect, it } from 'vitest'
import { keepShared } from '../../src/stream/handedOver/keepShared.ts'
import { forgetShared } from '../../src/stream/handedOver/sharedNames.ts'
import { takeShared } from '../../src/stream/handedOver/takeShared.ts'

const SITE = 'https://s.example'
const LIMITS = { files: 3, bytes: 20 }

/** A browser's caches, with room for so many entries. */
function cachesFor(room: number) {
  const kept = new Map<string, Response>()
  const cache = {
    keys: () => Promise.resolve([...kept.keys()].map((url) => new Request(url))),
    match: ({ url }: Request) => Promise.resolve(kept.get(url)),
    put: (url: URL, response: Response) => {
      if (kept.size >= room) return Promise.reject(new DOMException('', 'QuotaExceededError'))
      kept.set(url.href, response)
      return Promise.resolve()
    },
    delete: (which: Request | URL) =>
      Promise.resolve(kept.delete(which instanceof URL ? which.href : which.url)),
  }
  const caches = { has: () => Promise.resolve(true), open: () => Promise.resolve(cache) }
  return { caches: caches as unknown as CacheStorage, kept }
}

function formOf(fields: readonly (readonly [name: string, value: string | File])[]): Request {
  const body = new FormData()
  for (const [name, value] of fields) {
    if (typeof value === 'string') body.append(name, value)
    else body.append(name, value)
  }
  return new Request(`${SITE}/share-target`, { method: 'POST', body })
}

async function keep(caches: CacheStorage, request: Request, now = 1_000_000): Promise<string> {
  const { status, headers } = await keepShared(request, { caches, now, random: 'r-1', limits: LIMITS })
  expect(status).toBe(303)
  const location = headers.get('Location') ?? ''
  expect(location).toMatch(/^\/\?shared=/)
  return location.slice('/?shared='.length)
}

describe('what is shared with the installed page', () => {
  it('is there once, with its names', async () => {
    const { caches, kept } = cachesFor(9)
    const names = ['a b.txt', 'ä/\u202e.txt', 'a b.txt']
    const files = names.map((name, at) => new File([`${at}`], name))
    const id = await keep(caches, formOf(files.map((file) => ['files', file] as const)))
    const taken = await takeShared(caches, id)
    expect(taken?.text).toBe(null)
    expect(taken?.files.map(({ name }) => name)).toEqual(names)
    expect(await Promise.all(taken?.files.map((file) => file.text()) ?? [])).toEqual(['0', '1', '2'])
    expect(kept.size).toBe(0)
    expect(await takeShared(caches, id)).toBe(null)
  })

  it('may be a link, or else a text', async () => {
    const { caches } = cachesFor(9)
    const text = await keep(caches, formOf([['text', 'say this']]))
    expect(await takeShared(caches, text)).toEqual({ files: [], text: 'say this' })
    const both = formOf([
      ['text', 'look'],
      ['open', 'https://s.example/#1'],
    ])
    expect(await takeShared(caches, await keep(caches, both))).toEqual({
      files: [],
      text: 'https://s.example/#1',
    })
  })

  it.each([
    ['too many files', ['1', '2', '3', '4'], 9],
    ['too many bytes', ['x'.repeat(21)], 9],
    ['no room in the browser', ['1', '2'], 1],
  ])('is refused for %s, and leaves nothing', async (_what, contents, room) => {
    const { caches, kept } = cachesFor(room)
    const files = contents.map((content) => ['files', new File([content], 'n')] as const)
    expect(await keep(caches, formOf(files))).toBe('too-large')
    expect(kept.size).toBe(0)
  })

  it('is missed where there is nothing in it, or no form at all', async () => {
    const { caches } = cachesFor(9)
    expect(await keep(caches, formOf([]))).toBe('missed')
    expect(await keep(caches, new Request(`${SITE}/share-target`, { method: 'POST', body: 'x' }))).toBe(
      'missed',
    )
  })

  it('is removed when nobody takes it, and not before', async () => {
    const { caches, kept } = cachesFor(9)
    await keep(caches, formOf([['text', 'old']]), 1_000_000)
    await forgetShared(caches, 1_059_000)
    expect(kept.size).toBe(1)
    await keep(caches, formOf([['text', 'new']]), 1_061_000)
    expect([...kept.keys()]).toEqual([expect.stringContaining(`/${(1_061_000).toString(36)}-`)])
    // The clock was set back.
    await forgetShared(caches, 500)
    expect(kept.size).toBe(0)
  })
})
