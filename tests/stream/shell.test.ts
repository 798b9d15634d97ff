import { describe, expect, it } from 'vitest'
import { keepShell } from '../../src/stream/shell/keepShell.ts'
import { freshOrKept, isPage, isPart, keptOrFetched } from '../../src/stream/shell/keptShell.ts'

const SITE = 'https://s.example/'

/** A browser's cache, by path, and what was done to it in its order. */
class Kept {
  readonly files = new Map<string, Response>()
  readonly done: string[] = []

  readonly caches = {
    open: () =>
      Promise.resolve({
        keys: () =>
          Promise.resolve([...this.files.keys()].map((path) => ({ url: new URL(path, SITE).href }))),
        match: (address: string) => Promise.resolve(this.files.get(new URL(address, SITE).pathname)?.clone()),
        put: (url: URL, response: Response) => {
          this.done.push(`+${url.pathname}`)
          this.files.set(url.pathname, response)
          return Promise.resolve()
        },
        delete: (url: URL) => {
          this.done.push(`-${url.pathname}`)
          return Promise.resolve(this.files.delete(url.pathname))
        },
      } as unknown as Cache),
  }
}

interface Version {
  readonly entry: string
  readonly parts: readonly string[]
  readonly languages?: Readonly<Record<string, readonly string[]>>
}

function siteOf({ entry, parts, languages = {} }: Version, more: Readonly<Record<string, Response>> = {}) {
  const asked: string[] = []
  const fetch = (path: string): Promise<Response> => {
    asked.push(path)
    const file = more[path]
    if (file) return Promise.resolve(file.clone())
    if (path === '/shell.json')
      return Promise.resolve(Response.json({ entry, files: [entry, ...parts], languages }))
    return Promise.resolve(new Response(path === '/' ? `<script src="${entry}">` : path))
  }
  return { fetch, asked }
}

const OLD: Version = { entry: '/assets/index-1.js', parts: ['/assets/both.js', '/assets/old.js'] }
const NEW: Version = { entry: '/assets/index-2.js', parts: ['/assets/both.js', '/assets/new.js'] }

async function keep(kept: Kept, { fetch }: ReturnType<typeof siteOf>, language = 'en'): Promise<void> {
  await keepShell({ caches: kept.caches, fetch, site: SITE, language })
}

describe('keeping the page’s own files', () => {
  it('ends with the page itself, so that all it needs is there', async () => {
    const kept = new Kept()
    await keep(kept, siteOf(OLD))
    expect(kept.done).toEqual(['+/assets/index-1.js', '+/assets/both.js', '+/assets/old.js', '+/'])
  })

  it('fetches of the next version what is new, and then removes what is old', async () => {
    const kept = new Kept()
    await keep(kept, siteOf(OLD))
    kept.done.length = 0
    await keep(kept, siteOf(NEW))
    expect(kept.done).toEqual([
      '+/assets/index-2.js',
      '+/assets/new.js',
      '+/',
      '-/assets/index-1.js',
      '-/assets/old.js',
    ])
  })

  it('keeps of the languages the one that is read', async () => {
    const site = siteOf({ ...OLD, languages: { de: ['/assets/de.js'], ar: ['/assets/ar.js'] } })
    const kept = new Kept()
    const others = () => [...kept.files.keys()].filter((path) => /(de|ar)\.js$/.test(path))
    await keep(kept, site)
    expect(others()).toEqual([])
    await keep(kept, site, 'de')
    expect(others()).toEqual(['/assets/de.js'])
    await keep(kept, site, 'ar')
    expect(others()).toEqual(['/assets/ar.js'])
  })

  it.each([
    ['a part does not come', { '/assets/new.js': new Response('', { status: 404 }) }],
    ['the site is updated just then', { '/': new Response('<script src="/assets/index-3.js">') }],
    ['the list is another thing', { '/shell.json': Response.json({ entry: '/assets/index-2.js' }) }],
    [
      'the list names more than parts',
      {
        '/shell.json': Response.json({ entry: NEW.entry, files: [NEW.entry, '/config.json'] }),
      },
    ],
    [
      'the list names more than parts of a language',
      {
        '/shell.json': Response.json({
          entry: NEW.entry,
          files: [NEW.entry],
          languages: { en: ['/config.json'] },
        }),
      },
    ],
    [
      'there is no list',
      { '/shell.json': new Response('<html>', { headers: { 'Content-Type': 'text/html' } }) },
    ],
  ])('leaves the old version whole when %s', async (_what, more) => {
    const kept = new Kept()
    await keep(kept, siteOf(OLD))
    const before = await kept.files.get('/')?.clone().text()
    await keep(kept, siteOf(NEW, more))
    expect(await kept.files.get('/')?.clone().text()).toBe(before)
    for (const path of [OLD.entry, ...OLD.parts]) expect(kept.files.has(path)).toBe(true)
    expect(kept.files.has('/config.json')).toBe(false)
  })
})

describe('the page', () => {
  const kept = () => {
    const place = new Kept()
    place.files.set('/', new Response('kept'))
    return place
  }
  const text = async (coming: Promise<Response>, { caches } = kept()) =>
    (await freshOrKept(coming, caches, '/')).text()

  it('is the site’s own where that answers, whatever it says', async () => {
    expect(await text(Promise.resolve(new Response('fresh')))).toBe('fresh')
    expect(await text(Promise.resolve(new Response('gone', { status: 404 })))).toBe('gone')
  })

  it('is what was kept where the site is out of reach or broken', async () => {
    expect(await text(Promise.reject(new TypeError('Failed to fetch')))).toBe('kept')
    expect(await text(Promise.resolve(new Response('bad gateway', { status: 502 })))).toBe('kept')
  })

  it('fails as ever where nothing was kept', async () => {
    await expect(text(Promise.reject(new TypeError('Failed to fetch')), new Kept())).rejects.toThrow('fetch')
    expect(await text(Promise.resolve(new Response('bad', { status: 502 })), new Kept())).toBe('bad')
  })

  it('is at one address; its parts are in one folder', () => {
    const at = (path: string) => new URL(path, SITE)
    const navigates = { mode: 'navigate' } as const
    expect(isPage(navigates, at('/?open=x#y'))).toBe(true)
    expect(isPage({ mode: 'cors' }, at('/'))).toBe(false)
    for (const path of ['/admin', '/watch/a', '/config.json', '/media/a', '/announce']) {
      expect(isPage(navigates, at(path)), path).toBe(false)
      expect(isPart(at(path)), path).toBe(false)
    }
    expect(isPart(at('/assets/index-1.js'))).toBe(true)
  })

  it('takes its parts from what was kept, else from the site', async () => {
    const place = new Kept()
    place.files.set('/assets/a.js', new Response('kept'))
    const fetch = () => Promise.resolve(new Response('fresh'))
    const part = async (path: string) =>
      (await keptOrFetched(new Request(new URL(path, SITE)), place.caches, fetch)).text()
    expect(await part('/assets/a.js')).toBe('kept')
    expect(await part('/assets/b.js')).toBe('fresh')
  })
})
