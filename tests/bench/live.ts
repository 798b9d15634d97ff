import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { parseList, splitSigned, type LiveList } from '../../src/wire/liveList.ts'
import { startLiveFilm } from '../support/liveFilm.ts'
import { report } from './runner.ts'
import { onStage } from './stage.ts'

/**
 * What ten viewers of a live film cost its publisher, and how far behind they are, next to a page with nothing but
 * hls.js that plays the same playlist. All pages are of one browser.
 */

const VIEWERS = Number(process.env['LIVE_VIEWERS'] ?? 10)
const SEGMENT = 2
const WATCHED = 30_000
const PATH = 'news/index.m3u8'

export async function run(): Promise<void> {
  const media = await mkdtemp(join(tmpdir(), 'shoal-live-'))
  const film = startLiveFilm(join(media, 'news'), { segment: SEGMENT, most: 600 })
  try {
    while (!existsSync(join(media, PATH))) await pause(100)
    await onStage((stage) => watch(stage.browser, stage.site.url, media), {
      environment: { MEDIA_DIR: media },
    })
  } finally {
    await film.stop()
    await rm(media, { recursive: true, force: true })
  }
}

async function watch(browser: Browser, site: string, media: string): Promise<void> {
  const asked: { readonly id: number; readonly at: number }[] = []
  const pages: Page[] = []
  for (let count = 0; count < VIEWERS; count++) {
    const page = await (await browser.newContext()).newPage()
    pages.push(page)
    page.on('request', (request) => {
      const id = /\.live\/(\d+)$/.exec(request.url())?.[1]
      if (id !== undefined) asked.push({ id: Number(id), at: performance.now() })
    })
    await page.goto(`${site}watch/${PATH}`)
    await begin(page)
  }
  const plain = await startPlain(join(media, 'news'))
  const plainPage = await (await browser.newContext()).newPage()
  await plainPage.goto(plain.url)

  const list = () => listOf(`${site}media/${PATH}.live/list`)
  const sizes = new Map<number, number>()
  await pause(5000)
  const known = new Set((await list()).segments.map(({ id }) => id))
  // Each page looks at its own clock: who asks ten busy pages in turn hears of another moment of each.
  for (const page of [...pages, plainPage]) await page.evaluate(sample)
  const ends: { readonly now: number; readonly end: number }[] = []
  const from = performance.now()
  while (performance.now() - from < WATCHED) {
    const { segments } = await list()
    for (const { id, size } of segments) if (!known.has(id)) sizes.set(id, size)
    const last = segments.at(-1)
    ends.push({ now: Date.now(), end: (last?.at ?? 0) + (last?.duration ?? 0) * 1000 })
    await pause(250)
  }
  const ours: number[] = []
  for (const page of pages) {
    const samples = await page.evaluate(() => globalThis.liveSamples ?? [])
    // Of what is told and of what a page has heard of, one may be a segment ahead at the moment: the median is not.
    const began = median(
      samples.flatMap(({ now, duration }) => {
        const told = ends.find((each) => each.now >= now)
        return told ? [told.end - duration * 1000] : []
      }),
    )
    ours.push(median(samples.map(({ now, at }) => now - at * 1000 - began)))
  }
  const theirs = await plainPage.evaluate(() => globalThis.liveSamples ?? [])
  const stalls: number[] = []
  for (const page of pages)
    stalls.push(await page.locator('section.player').evaluate(({ dataset }) => Number(dataset['stalls'])))
  const fresh = asked.filter(({ id }) => sizes.has(id))
  const sent = fresh.reduce((sum, { id }) => sum + (sizes.get(id) ?? 0), 0)
  const whole = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  report('live', [
    { name: `copies from the publisher, for ${VIEWERS} viewers`, unit: 'copies', value: sent / whole },
    { name: 'behind, median', unit: 's', value: median(ours) / 1000 },
    { name: 'behind, the one farthest behind', unit: 's', value: Math.max(...ours) / 1000 },
    {
      name: 'behind, with nothing but hls.js',
      unit: 's',
      value: median(theirs.map(({ now, at }) => now - at * 1000)) / 1000,
    },
    {
      name: 'standstills a viewer',
      unit: 'times',
      value: stalls.reduce((sum, each) => sum + each, 0) / VIEWERS,
    },
  ])
  await plain.stop()
}

async function listOf(address: string): Promise<LiveList> {
  const signed = new Uint8Array(await (await fetch(address)).arrayBuffer())
  const list = parseList(splitSigned(signed)?.text ?? new Uint8Array())
  if (!list) throw new Error('The list is none.')
  return list
}

/** Plays the film, however long the tenth page of two cores takes to begin. */
async function begin(page: Page): Promise<void> {
  const video = await page.waitForSelector('video', { timeout: 60_000 })
  await video.evaluate(async (media) => {
    media.muted = true
    await media.play()
  })
}

interface Sample {
  /** Milliseconds since 1970. */
  readonly now: number
  /** Seconds of the film; since 1970 where the page knows that. */
  readonly at: number
  readonly duration: number
}

declare global {
  // What a page has noted, and what it plays by hls.js alone.
  var liveSamples: Sample[] | undefined
  var plainHls: { readonly playingDate: Date | null } | undefined
}

/** Runs in a page: notes from now on where its film is. */
function sample(): void {
  const samples: Sample[] = (globalThis.liveSamples = [])
  setInterval(() => {
    const video = document.querySelector('video')
    if (!video) return
    const { currentTime, duration } = video
    const date = globalThis.plainHls?.playingDate
    samples.push({ now: Date.now(), at: date ? date.getTime() / 1000 : currentTime, duration })
  }, 250)
}

/** A page that plays the playlist as every site with hls.js does. */
async function startPlain(
  folder: string,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const library = await readFile('node_modules/hls.js/dist/hls.min.js')
  const html = `<video muted autoplay></video><script src="hls.js"></script><script>
    const hls = new Hls(); hls.loadSource('index.m3u8'); hls.attachMedia(document.querySelector('video'))
    globalThis.plainHls = hls</script>`
  const server = createServer((request, response) => {
    const name = basename(request.url ?? '')
    if (name === '') response.setHeader('Content-Type', 'text/html').end(html)
    else if (name === 'hls.js') response.setHeader('Content-Type', 'text/javascript').end(library)
    else
      readFile(join(folder, name)).then(
        (bytes) => response.end(bytes),
        () => response.writeHead(404).end(),
      )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[values.length >> 1] ?? NaN
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
