import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, CDPSession, Page } from 'playwright'
import { choosePieceLength } from '../../src/torrent/pieces.ts'
import { makeMetainfo, torrentFileOf } from '../../src/torrent/metainfo.ts'
import { makeFilm } from '../support/film.ts'
import { startOrigin, type OriginServer } from '../support/originServer.ts'
import { PlayerView } from '../support/playerView.ts'
import { ensureFfmpeg } from '../support/run/ensureFfmpeg.ts'
import type { LineOptions } from '../support/lab/network.ts'
import { simulateAudience } from '../sim/simAudience.ts'
import { benchOptions } from './benchOptions.ts'
import type { Kind, LabStage } from './labStage.ts'
import { onLabStage } from './labStage.ts'
import { median, medianOf, report, type Figure } from './runner.ts'

/** What viewers of one film cost its publisher, and how soon the first picture comes; plain webtorrent beside. */

const VIEWERS = 4
const APART_MS = 2000
const FILM = { seconds: 60, kbit: 4000 }

/** A line of 20 Mbit/s with a round trip of 40 ms, as the browser emulates it for HTTP. */
const LINE = { offline: false, latency: 40, downloadThroughput: 2_500_000, uploadThroughput: 2_500_000 }
const PICTURE = { seconds: 20, kbit: 6000, width: 1920, height: 1080 }
/** The same line for what goes from page to page: a packet takes both ends' delays. */
const PEER_LINE: LineOptions = { upKbit: 20_000, downKbit: 20_000, delay: 10 }

/** Lines as people have them at home, bytes a second, and a film of 4 Mbit/s. */
const MBIT = 125_000
const AUDIENCE = {
  viewers: 20,
  apart: APART_MS,
  rate: 4 * MBIT,
  up: 10 * MBIT,
  down: 50 * MBIT,
  originUp: 200 * MBIT,
  roundTrip: 40,
}
const SEEDS = [1, 2, 3, 4, 5]

interface Published {
  readonly origin: OriginServer
  readonly torrentPath: string
  readonly torrent: Buffer
  readonly size: number
  readonly path: string
}

/** What `--only` chooses among. */
const PARTS: readonly (readonly [
  name: string,
  play: (stage: LabStage, rounds: number) => Promise<readonly Figure[]>,
])[] = [
  ['simulated audience', async () => audience()],
  ['viewers', (stage) => viewers(stage)],
  ['picture from the origin', (stage, rounds) => fromOrigin(stage, rounds, true)],
  ['index at the end', (stage, rounds) => fromOrigin(stage, rounds, false)],
  ['picture from a peer', fromPeer],
]

export async function run(): Promise<void> {
  ensureFfmpeg()
  const { rounds, only } = benchOptions()
  const figures: Figure[] = []
  await onLabStage(async (stage) => {
    for (const [name, play] of PARTS) if (name.includes(only)) figures.push(...(await play(stage, rounds)))
  })
  report('watch', figures)
}

/** Twenty viewers in virtual time. */
function audience(): readonly Figure[] {
  return [
    ['a minute', 30_000_000],
    ['five minutes', 150_000_000],
  ].flatMap(([what, size]) => {
    const results = SEEDS.map((seedOfRandom) =>
      simulateAudience({ ...AUDIENCE, size: Number(size), seedOfRandom }),
    )
    const name = `${AUDIENCE.viewers} simulated viewers of ${what}, ${APART_MS / 1000} s apart`
    const copies = median(results.map((result) => result.copies))
    const stalls = median(results.map((result) => result.stalls))
    return [
      { name: `bytes of the origin, ${name}`, unit: '× the film', value: copies },
      { name: `stalls of all of them, ${name}`, unit: 'times', value: stalls },
    ]
  })
}

async function viewers(stage: LabStage): Promise<Figure[]> {
  const published = await publish(stage, 'film.mp4', FILM)
  const { origin, size } = published
  const pages = await plainViewers(stage, published)
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
async function plainViewers(stage: LabStage, { torrent }: Published): Promise<Page[]> {
  const pages: Page[] = []
  const done: Promise<void>[] = []
  for (let viewer = 0; viewer < VIEWERS; viewer++) {
    const page = await (await stage.browser.newContext()).newPage()
    await page.goto(stage.plainUrl)
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

/** The first picture over one line, from a web server alone: ours, a plain <video src>, and plain webtorrent. */
async function fromOrigin(stage: LabStage, rounds: number, fastStart: boolean): Promise<Figure[]> {
  const published = await publish(stage, fastStart ? 'picture.mp4' : 'late.mp4', { ...PICTURE, fastStart })
  const { origin, torrentPath, torrent } = published
  const address = `${origin.url}${fastStart ? 'picture.mp4' : 'late.mp4'}`
  const newPlainPage = async () => {
    const page = await (await stage.browser.newContext()).newPage()
    await page.goto(stage.plainUrl)
    await page.waitForFunction(() => globalThis.newClient !== undefined)
    return page
  }
  const ours = await looks(rounds, address, async () => {
    const peer = await stage.newPeer()
    const share = await peer.chooseFiles(torrentPath)
    await share.reaches('ready')
    // As somebody who looks at the page before the click: what it fetches for the player is here.
    await peer.page.waitForLoadState('networkidle')
    return { page: peer.page, play: () => peer.page.evaluate(clickPlay) }
  })
  const element = await looks(rounds, address, async () => {
    const page = await newPlainPage()
    return { page, play: () => page.evaluate(playPlainly, address) }
  })
  const plain = await looks(rounds, address, async () => {
    const page = await newPlainPage()
    return { page, play: () => page.evaluate(playByWebtorrent, { torrent: [...torrent], alone: true }) }
  })
  await origin.stop()
  const what = `1080p MP4${fastStart ? '' : ' with its index at the end'} from the origin, 20 Mbit/s, RTT 40 ms`
  return [
    {
      name: `first picture of a ${what}`,
      unit: 's',
      value: ours.seconds,
      baseline: { name: 'a plain <video src>', value: element.seconds },
    },
    { name: `the same by plain webtorrent`, unit: 's', value: plain.seconds },
    {
      name: `bytes before it`,
      unit: 'MB',
      value: ours.megabytes,
      baseline: { name: 'a plain <video src>', value: element.megabytes },
    },
    { name: `the same by plain webtorrent`, unit: 'MB', value: plain.megabytes },
  ]
}

interface Look {
  readonly seconds: number
  /** Of the origin, before the first picture. */
  readonly megabytes: number
}

/** Opens a page each time, puts it behind the line, and lets it play. */
async function looks(
  rounds: number,
  address: string,
  open: () => Promise<{ readonly page: Page; readonly play: () => Promise<number> }>,
): Promise<Look> {
  const all: Look[] = []
  for (let round = 0; round < rounds; round++) {
    const { page, play } = await open()
    const session = await onLine(page)
    const bytes = countBytes(session, address)
    const seconds = (await play()) / 1000
    all.push({ seconds, megabytes: bytes() / 1e6 })
    await page.context().close()
  }
  return {
    seconds: median(all.map((look) => look.seconds)),
    megabytes: median(all.map((look) => look.megabytes)),
  }
}

/** Bytes of answers to requests for an address, as the page gets them. */
function countBytes(session: CDPSession, address: string): () => number {
  const requests = new Set<string>()
  let bytes = 0
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url === address) requests.add(requestId)
  })
  session.on('Network.dataReceived', ({ requestId, dataLength }) => {
    if (requests.has(requestId)) bytes += dataLength
  })
  return () => bytes
}

/** The first picture from somebody who has it, both behind lines of the lab. */
async function fromPeer(stage: LabStage, rounds: number): Promise<Figure[]> {
  const { path, origin } = await publish(stage, 'peer.mp4', PICTURE)
  await origin.stop()
  const look = (kind: Kind) =>
    medianOf(rounds, (round) =>
      stage.onNetwork({ giver: PEER_LINE, viewer: PEER_LINE }, round + 1, async ({ newEnd }) => {
        const giver = await newEnd(kind, 'giver')
        const infoHash = await giver.give(path)
        const viewer = await newEnd(kind, 'viewer')
        await viewer.prepare(infoHash)
        await onLine(viewer.page)
        if (kind === 'ours') return viewer.page.evaluate(clickPlay)
        const torrent = await giver.page.evaluate(plainTorrent)
        return viewer.page.evaluate(playByWebtorrent, { torrent, alone: false })
      }),
    )
  const ours = await look('ours')
  const plain = await look('plain')
  return [
    {
      name: 'first picture of a 1080p MP4 from a peer, 20 Mbit/s, RTT 40 ms',
      unit: 's',
      value: ours / 1000,
      baseline: { name: 'plain webtorrent', value: plain / 1000 },
    },
  ]
}

async function onLine(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', LINE)
  return session
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

/** Runs in the page: the .torrent file of what it gives. */
function plainTorrent(): number[] {
  return [...(globalThis.plainGiven?.torrentFile ?? [])]
}

/**
 * Runs in the page: from the first connection to the first picture, in milliseconds; where there is nobody but the
 * origin, from the start.
 */
async function playByWebtorrent({ torrent, alone }: { torrent: number[]; alone: boolean }): Promise<number> {
  const client = globalThis.newClient?.({ dht: false, tracker: { rtcConfig: { iceServers: [] } } })
  if (!client) throw new Error('The page has not loaded.')
  const controller = await navigator.serviceWorker.register('./sw.min.js')
  await navigator.serviceWorker.ready
  client.createServer({ controller })
  return new Promise((resolve) => {
    let from = performance.now()
    const added = client.add(new Uint8Array(torrent), { deselect: true })
    const play = () => {
      from = performance.now()
      const video = document.createElement('video')
      video.preload = 'auto'
      video.addEventListener('loadeddata', () => resolve(performance.now() - from), { once: true })
      document.body.append(video)
      added.files[0]?.streamTo(video)
    }
    if (alone) added.on('ready', play)
    else added.on('wire', () => setTimeout(play, 500))
  })
}

async function publish(
  stage: LabStage,
  name: string,
  film: Parameters<typeof makeFilm>[1],
): Promise<Published> {
  const path = join(stage.folder, name)
  await makeFilm(path, { width: 640, height: 360, rate: 25, ...film })
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
  return { origin, torrentPath, torrent, size: bytes.length, path }
}
