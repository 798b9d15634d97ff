import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright'
import { choosePieceLength } from '../../src/core/pieces.ts'
import { makeMetainfo, torrentFileOf } from '../../src/swarm/metainfo.ts'
import { makeFilm } from '../support/film.ts'
import { startOrigin, type OriginServer } from '../support/originServer.ts'
import { PlayerView } from '../support/playerView.ts'
import { ensureFfmpeg } from '../support/run/ensureFfmpeg.ts'
import { startPlainSite } from './plainSite.ts'
import { medianOf, report, type Figure } from './runner.ts'
import { onStage, type Stage } from './stage.ts'

/** What viewers of one film cost its publisher, and how soon the first picture comes; plain webtorrent beside. */

const VIEWERS = 4
const APART_MS = 2000
const FILM = { seconds: 60, kbit: 4000 }

/** A line of 20 Mbit/s with a round trip of 40 ms, as the browser emulates it for HTTP. */
const LINE = { offline: false, latency: 40, downloadThroughput: 2_500_000, uploadThroughput: 2_500_000 }
const PICTURE = { seconds: 20, kbit: 6000, width: 1920, height: 1080 }
const ROUNDS = 3

interface Published {
  readonly origin: OriginServer
  readonly torrentPath: string
  readonly torrent: Buffer
  readonly size: number
}

export async function run(): Promise<void> {
  ensureFfmpeg()
  const figures: Figure[] = []
  const plain = await startPlainSite()
  await onStage(
    async (stage) => {
      figures.push(...(await viewers(stage, plain.url)))
      figures.push(...(await firstPicture(stage, plain.url)))
    },
    { environment: { STUN_PORT: '0' } },
  )
  await plain.stop()
  report('watch', figures)
}

async function viewers(stage: Stage, plainUrl: string): Promise<Figure[]> {
  const published = await publish(stage, 'film.mp4', FILM)
  const { origin, size } = published
  const pages = await plainViewers(stage, plainUrl, published)
  const plainRatio = origin.sent() / size
  for (const page of pages) await page.context().close()

  const before = origin.sent()
  const players: { player: PlayerView; context: BrowserContext }[] = []
  for (let viewer = 0; viewer < VIEWERS; viewer++) {
    const peer = await stage.newPeer()
    const share = await peer.chooseFiles(published.torrentPath)
    await share.reaches('ready')
    const player = new PlayerView(peer.page)
    await player.play('film.mp4')
    players.push({ player, context: peer.context })
    await new Promise((resolve) => setTimeout(resolve, APART_MS))
  }
  for (const { player } of players) await player.passes(FILM.seconds - 2, FILM.seconds * 3000)
  const stalls = await Promise.all(players.map(({ player }) => player.stalls()))
  const ratio = (origin.sent() - before) / size
  for (const { context } of players) await context.close()
  await origin.stop()
  return [
    {
      name: `bytes of the origin, ${VIEWERS} viewers ${APART_MS / 1000} s apart`,
      unit: '× the film',
      value: ratio,
      baseline: { name: 'plain webtorrent', value: plainRatio },
    },
    { name: 'stalls of all of them', unit: 'times', value: stalls.reduce((sum, each) => sum + each, 0) },
  ]
}

/** Answers when all of them have it all. */
async function plainViewers(stage: Stage, url: string, { torrent }: Published): Promise<Page[]> {
  const pages: Page[] = []
  const done: Promise<void>[] = []
  for (let viewer = 0; viewer < VIEWERS; viewer++) {
    const page = await (await stage.browser.newContext()).newPage()
    await page.goto(url)
    await page.waitForFunction(() => globalThis.newClient !== undefined)
    done.push(page.evaluate(plainDownload, [...torrent]))
    pages.push(page)
    await new Promise((resolve) => setTimeout(resolve, APART_MS))
  }
  await Promise.all(done)
  return pages
}

/** Runs in the page. */
function plainDownload(torrent: number[]): Promise<void> {
  return new Promise((resolve) => {
    const options = { dht: false, tracker: { rtcConfig: { iceServers: [] } } }
    globalThis.newClient?.(options).add(new Uint8Array(torrent), {}).on('done', resolve)
  })
}

async function firstPicture(stage: Stage, plainUrl: string): Promise<Figure[]> {
  const published = await publish(stage, 'picture.mp4', PICTURE)
  const address = `${published.origin.url}picture.mp4`
  const ours = await medianOf(ROUNDS, async () => {
    const peer = await stage.newPeer()
    const share = await peer.chooseFiles(published.torrentPath)
    await share.reaches('ready')
    // As somebody who looks at the page before the click: what it fetches for the player is here.
    await peer.page.waitForLoadState('networkidle')
    await onLine(peer.page)
    const time = await peer.page.evaluate(clickPlay)
    await peer.leave()
    return time
  })
  const element = await medianOf(ROUNDS, async () => {
    const page = await (await stage.browser.newContext()).newPage()
    await page.goto(plainUrl)
    await onLine(page)
    const time = await page.evaluate(playPlainly, address)
    await page.context().close()
    return time
  })
  await published.origin.stop()
  return [
    {
      name: 'first picture of a 1080p MP4 from the origin, 20 Mbit/s, RTT 40 ms',
      unit: 's',
      value: ours / 1000,
      baseline: { name: 'a plain <video src>', value: element / 1000 },
    },
  ]
}

async function onLine(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', LINE)
}

/** Runs in the page: from the click to the first picture, in milliseconds. */
function clickPlay(): Promise<number> {
  return new Promise((resolve) => {
    const from = performance.now()
    const button = [...document.querySelectorAll('button')].find((each) =>
      each.textContent.startsWith('Play'),
    )
    const observer = new MutationObserver(() => {
      const video = document.querySelector('video')
      if (!video) return
      observer.disconnect()
      video.addEventListener('loadeddata', () => resolve(performance.now() - from), { once: true })
    })
    observer.observe(document, { childList: true, subtree: true })
    button?.click()
  })
}

/** Runs in the page. */
function playPlainly(address: string): Promise<number> {
  return new Promise((resolve) => {
    const from = performance.now()
    const video = document.createElement('video')
    video.preload = 'auto'
    video.addEventListener('loadeddata', () => resolve(performance.now() - from), { once: true })
    video.src = address
    document.body.append(video)
  })
}

async function publish(stage: Stage, name: string, film: Parameters<typeof makeFilm>[1]): Promise<Published> {
  const path = join(stage.folder, name)
  await makeFilm(path, film)
  const bytes = await readFile(path)
  const origin = await startOrigin({ [name]: path })
  const pieceLength = choosePieceLength(bytes.length)
  const digests: Buffer[] = []
  for (let at = 0; at < bytes.length; at += pieceLength)
    digests.push(
      createHash('sha1')
        .update(bytes.subarray(at, at + pieceLength))
        .digest(),
    )
  const metainfo = await makeMetainfo({
    name,
    pieceLength,
    pieces: Buffer.concat(digests),
    files: [{ path: [name], length: bytes.length }],
    single: true,
  })
  const torrent = Buffer.from(torrentFileOf(metainfo, [stage.site.trackerUrl], [`${origin.url}${name}`]))
  const torrentPath = join(stage.folder, `${name}.torrent`)
  await writeFile(torrentPath, torrent)
  return { origin, torrentPath, torrent, size: bytes.length }
}
