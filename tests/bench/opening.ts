import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { makePicture } from '../support/film.ts'
import { makeFile, MB } from '../support/files.ts'
import { openingOf, watchOpening, type Opening } from '../support/opening.ts'
import { Peer } from '../support/peer.ts'
import type { ShareView } from '../support/shareView.ts'
import { benchOptions } from './benchOptions.ts'
import { median, report, type Figure } from './runner.ts'
import { onStage, type Stage } from './stage.ts'

/** What moves by itself while a page opens, how long the page's thread is held up, and how much there is of it. */

const BUDGET_MS = 50
const FREEZE_MS = 100
const MOST_ELEMENTS = 2_000
const FILES = Number(process.env['OPENING_FILES'] ?? 20_000)
/** Of these so many are pictures. */
const PICTURES = 400
const WINDOW = { width: 1280, height: 800 }

interface Seen extends Opening {
  readonly name: string
  /** What its longest task is held against: the budget, or what the browser alone takes. */
  readonly against: { readonly name: string; readonly ms: number }
  readonly elements: number
}

export async function run(): Promise<void> {
  const { rounds } = benchOptions()
  const seen: Seen[] = []
  for (let round = 0; round < rounds; round++) seen.push(...(await onStage(look)))
  const names = [...new Set(seen.map(({ name }) => name))]
  report(
    'opening',
    names.flatMap((name) => figuresOf(seen.filter((each) => each.name === name))),
  )
}

function figuresOf(rounds: readonly Seen[]): Figure[] {
  const [first] = rounds
  if (!first) return []
  const { name, against } = first
  const worst = rounds.map(({ longTasks }) => Math.max(0, ...longTasks))
  const baseline = { name: against.name, value: median(rounds.map((each) => each.against.ms)) }
  return [
    { name: `${name}: layout shift`, unit: '', value: Math.max(...rounds.map(({ shift }) => shift)) },
    { name: `${name}: longest task`, unit: 'ms', value: median(worst), baseline },
    {
      name: `${name}: elements`,
      unit: '',
      value: Math.max(...rounds.map(({ elements }) => elements)),
      baseline: { name: 'the most', value: MOST_ELEMENTS },
    },
  ]
}

async function look(stage: Stage): Promise<Seen[]> {
  const seen: Seen[] = []
  const note = async (name: string, page: Page, budgetMs = BUDGET_MS, bareMs?: number) => {
    const opening = await openingOf(page)
    const elements = await page.evaluate(() => document.querySelectorAll('*').length)
    const against =
      bareMs === undefined ? { name: 'the budget', ms: budgetMs } : { name: 'a bare page', ms: bareMs }
    seen.push({ name, against, elements, ...opening })
    const tasks = opening.longTasks.map((each) => each.toFixed(0)).join(', ')
    console.log(`  ${name}: shift ${opening.shift.toFixed(4)}, long tasks: ${tasks || 'none'}`)
    for (const each of opening.moved) console.log(`    ${each}`)
    await page.evaluate(
      () => globalThis.opening && Object.assign(globalThis.opening, { shift: 0, moved: [], longTasks: [] }),
    )
  }
  const visitor = async () => {
    const context = await stage.browser.newContext({ viewport: WINDOW })
    const peer = new Peer(context, await context.newPage(), stage.site.url)
    await watchOpening(peer.page)
    return peer
  }

  const bare = await visitor()
  await showBare(bare.page)
  await note('A bare page', bare.page)
  await bare.leave()

  const giver = await visitor()
  await giver.page.goto(stage.site.url, { waitUntil: 'networkidle' })
  await note('Home', giver.page)
  const path = join(stage.folder, 'holiday.bin')
  await makeFile(path, 8 * MB, 'opening')
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const taker = await visitor()
  const taken = await taker.open(await given.link())
  await taken.reaches('ready')
  await taker.page.waitForLoadState('networkidle')
  await note('a link', taker.page)
  await taken.button('Download').click()
  await taken.reaches('seeding')
  await taker.page.goto(stage.site.url, { waitUntil: 'networkidle' })
  await note('Home with a share', taker.page)
  await taker.leave()
  await giver.leave()

  const archive = join(stage.folder, 'archive')
  await manyFiles(archive)
  // Chromium makes a File of each before it tells the page: that is nobody's but its own.
  const bareChooser = await visitor()
  await showBare(bareChooser.page)
  await bareChooser.page.locator('input').setInputFiles(archive)
  await bareChooser.page.locator('input[data-changed]').waitFor({ timeout: 0 })
  const bareMs = Math.max(1, ...(await openingOf(bareChooser.page)).longTasks)
  await bareChooser.leave()
  const sender = await visitor()
  await sender.home()
  const sent = await sender.chooseFolder(archive)
  await sent.reaches('seeding')
  await note(`${FILES} files, sent`, sender.page, FREEZE_MS, bareMs)
  const receiver = await visitor()
  const received = await receiver.open(await sent.link())
  await received.reaches('ready')
  await receiver.page.waitForLoadState('networkidle')
  await note(`${FILES} files, a link`, receiver.page)
  await received.button('Download').click()
  await received.reaches('seeding')
  await note(`${FILES} files, received`, receiver.page, FREEZE_MS)
  await useList(receiver.page, received)
  await note(`${FILES} files, looked through`, receiver.page, FREEZE_MS)
  await receiver.page.reload()
  await received.reaches('seeding')
  await receiver.page.waitForLoadState('networkidle')
  await note(`${FILES} files, opened again`, receiver.page, FREEZE_MS)
  return seen
}

/** A page of nearly nothing, which does nothing with the folder that it is given. */
async function showBare(page: Page): Promise<void> {
  await page.goto('about:blank')
  await page.setContent(
    '<h1>Nothing</h1><input type="file" webkitdirectory onchange="this.dataset.changed = this.files.length">',
  )
}

async function manyFiles(folder: string): Promise<void> {
  const picture = join(folder, '..', 'picture.png')
  await makePicture(picture, 1920, 1080)
  for (let box = 0; box < 20; box++) await mkdir(join(folder, `box ${box}`), { recursive: true })
  for (let at = 0; at < FILES; at++) {
    const name = join(folder, `box ${at % 20}`, `scan ${at}`)
    if (at < PICTURES) await copyFile(picture, `${name}.png`)
    else await writeFile(`${name}.txt`, `This is number ${at}.`)
  }
}

/** What one does with a long list: open a folder, scroll, look for names, sort. */
async function useList(page: Page, share: ShareView): Promise<void> {
  await share.article.getByRole('button', { name: /^box 3/ }).click()
  await page.mouse.move(400, 500)
  for (let turn = 0; turn < 30; turn++) {
    await page.mouse.wheel(0, 700)
    await page.waitForTimeout(50)
  }
  await share.article.getByRole('searchbox').pressSequentially('scan 12', { delay: 120 })
  await share.article.getByRole('searchbox').fill('')
  await share.article.getByLabel('Sort files').selectOption('size')
  await page.waitForTimeout(500)
}
