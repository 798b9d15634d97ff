/**
 * The pictures of the README and of the manifest, of real pages at a real server: `npm run pictures`, or only those of
 * one thing (`npm run pictures -- review`). Look at them before they are committed.
 */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromium, type Browser } from 'playwright'
import { browserPath, CHROMIUM_FLAGS, HEADLESS_SHELL } from './support/browsers.ts'
import { makeFile, MB } from './support/files.ts'
import { Peer } from './support/peer.ts'
import { PlayerView } from './support/playerView.ts'
import { ReviewView } from './support/reviewView.ts'
import { startSiteServer } from './support/server.ts'

const run = promisify(execFile)
const WIDE = { width: 1280, height: 1000 }
const fileAt = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Water, more or less: a film that looks like something. */
async function makeWater(path: string): Promise<void> {
  const colours = ['0x0b3b4f', '0x45e0d2', '0xf2b266', '0x07131c']
  const named = colours.map((colour, at) => `c${at}=${colour}`).join(':')
  const source = `gradients=size=960x540:rate=12:duration=40:speed=0.02:seed=4:nb_colors=${colours.length}:${named}`
  const encoded = [
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-pix_fmt',
    'yuv420p',
    '-movflags',
    '+faststart',
  ]
  await run('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', source, ...encoded, path])
}

async function visitor(browser: Browser, site: string, viewport = WIDE): Promise<Peer> {
  const context = await browser.newContext({ colorScheme: 'dark', reducedMotion: 'reduce', viewport })
  const peer = new Peer(context, await context.newPage(), site)
  await peer.home()
  return peer
}

async function pictureOfHome(browser: Browser, site: string): Promise<void> {
  const home = await visitor(browser, site, { width: 1280, height: 800 })
  await home.page.screenshot({ path: fileAt('public/screenshot-wide.png') })
  await home.leave()
}

/** What messengers show beside a link: Home's own water, with the name in place of what can be pressed. */
async function pictureOfLink(browser: Browser, site: string): Promise<void> {
  const context = await browser.newContext({
    bypassCSP: true,
    colorScheme: 'dark',
    reducedMotion: 'reduce',
    viewport: { width: 1200, height: 630 },
  })
  const page = await context.newPage()
  await page.goto(site)
  await page.addStyleTag({
    content: `
      html { overflow: hidden; scrollbar-gutter: auto !important }
      .target { position: fixed !important; inset: 0; z-index: 9; border: none !important; border-radius: 0 !important }
      .words { gap: 20px !important; max-width: none !important; padding: 72px 96px !important }
      .brand { gap: 36px !important; margin: 0 !important; font-size: 136px !important; letter-spacing: -0.04em !important }
      .words h1 { font-size: 40px; font-weight: 400; letter-spacing: -0.01em; line-height: 1.3; color: var(--text) }
      .words > :not(.brand, h1) { display: none }`,
  })
  await page.evaluate(() => {
    const [brand, words, line] = ['.brand', '.words', '.words h1'].map((each) => document.querySelector(each))
    if (!brand || !words || !line) throw new Error('Home has no brand, no words or no line of them.')
    words.prepend(brand)
    line.innerHTML = 'Files, straight from<br />their browser to yours'
    const logo = brand.querySelector('svg')
    logo?.setAttribute('width', '190')
    logo?.setAttribute('height', '152')
    // The water leaves room for its words, whose size it now has to learn.
    window.dispatchEvent(new Event('resize'))
  })
  await page.waitForTimeout(1_000)
  await page.screenshot({ path: fileAt('public/link.png') })
  await context.close()
}

/** In the middle of a download, by a wide window and by a phone. */
async function picturesOfShare(browser: Browser, site: string, folder: string): Promise<void> {
  const trip = join(folder, 'Coast trip 2026')
  await mkdir(trip)
  await makeWater(join(trip, 'Day 1, the harbour.mp4'))
  await makeFile(join(trip, 'Day 2, the reef.mov'), 60 * MB, 'reef')
  await makeFile(join(trip, 'Interview.wav'), 24 * MB, 'interview')
  await makeFile(join(trip, 'Notes.pdf'), 2 * MB, 'notes')
  const ann = await visitor(browser, site)
  await ann.keeps('profile', { name: 'Ann', colour: 1 })
  await ann.givesAtMost(3_000_000)
  const given = await ann.chooseFolder(trip)
  await given.reaches('seeding')
  const link = await given.link()
  const ben = await visitor(browser, site)
  const phone = await visitor(browser, site, { width: 390, height: 844 })
  await phone.keeps('profile', { name: 'Cleo', colour: 6 })
  const taken = await ben.download(link)
  await phone.download(link)
  await taken.progressReaches(0.55)
  for (const name of ['Ann', 'Cleo']) await taken.article.getByText(name, { exact: true }).first().waitFor()
  await ben.page.screenshot({ path: fileAt('docs/share.png') })
  await phone.page.screenshot({ path: fileAt('public/screenshot-narrow.png') })
  for (const peer of [ann, ben, phone]) await peer.leave()
}

async function pictureOfReview(browser: Browser, site: string, folder: string): Promise<void> {
  const path = join(folder, 'The harbour.mp4')
  await makeWater(path)
  const ann = await visitor(browser, site)
  const given = await ann.chooseFiles(path)
  await given.reaches('seeding')
  const ben = await visitor(browser, site)
  await (await ben.download(await given.link())).reaches('seeding')
  const [review, other] = [new ReviewView(ann), new ReviewView(ben)]
  await review.becomes('Ann')
  await other.becomes('Ben')
  await review.write('Begin here, and leave the fade out.')
  const player = new PlayerView(ben.page)
  await player.play('The harbour.mp4')
  await player.starts()
  await player.seek(12)
  await player.playButton.press('k')
  await other.field.fill('More of this light, if there is any.')
  await other.region.getByRole('button', { name: 'Draw', exact: true }).click()
  await other.draw('Arrow', 'Amber', [
    [0.3, 0.7],
    [0.55, 0.45],
  ])
  await other.field.press('Enter')
  await review.shows(['More of this light, if there is any.'])
  await review.answer('More of this light', 'There is: day 2, from the boat.')
  await other.shows(['There is: day 2, from the boat.'])
  await ben.page.getByRole('button', { name: 'Dismiss' }).click()
  await other.region.getByRole('list', { name: 'Who is here' }).getByText('Ann').waitFor()
  await ben.page.evaluate(() => window.scrollTo(0, 0))
  await ben.page.screenshot({ path: fileAt('docs/review.png') })
}

const [only] = process.argv.slice(2)
const folder = await mkdtemp(join(tmpdir(), 'shoal-pictures-'))
const site = await startSiteServer()
const browser = await chromium.launch({
  executablePath: browserPath(HEADLESS_SHELL),
  args: [...CHROMIUM_FLAGS],
})
try {
  if (only === undefined || only === 'home') await pictureOfHome(browser, site.url)
  if (only === undefined || only === 'link') await pictureOfLink(browser, site.url)
  if (only === undefined || only === 'share') await picturesOfShare(browser, site.url, folder)
  if (only === undefined || only === 'review') await pictureOfReview(browser, site.url, folder)
} finally {
  await browser.close()
  await site.stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 10 })
}
