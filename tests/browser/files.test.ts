import { beforeAll, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ShareSnapshot } from '../../src/swarm/snapshot.ts'
import { openPage } from './support/openPage.ts'
import { files, HASH, share } from './support/shares.ts'

const button = (name: string | RegExp) => page.getByRole('button', { name })
const at = (one: ShareSnapshot) => openPage({ shares: [one], fragment: HASH })

beforeAll(() => page.viewport(1280, 900))

const album = share({
  mine: false,
  state: 'downloading',
  progress: 0.5,
  name: 'album',
  files: files([
    ['album/cover.jpg', 10],
    ['album/disc 10/1.flac', 100, 0],
    ['album/disc 2/1.flac', 100, 1],
    ['album/disc 2/2.flac', 300, 0, false],
  ]),
})

describe('folders of a share', () => {
  it('stand above the files, as people count, and close', async () => {
    await at(album)
    expect(names()).toEqual(['disc 2', '1.flac', '2.flac', 'disc 10', '1.flac', 'cover.jpg'])
    await button(/^disc 2/).click()
    expect(names()).toEqual(['disc 2', 'disc 10', '1.flac', 'cover.jpg'])
    await expect.element(button(/^disc 2/)).toHaveAttribute('aria-expanded', 'false')
    await expect.element(button(/^disc 2/)).toHaveTextContent('2 files, 400 bytes, 25 %')
  })

  it('are chosen as a whole', async () => {
    const { engine } = await at(album)
    const box = page.getByRole('checkbox', { name: 'Fetch disc 10' })
    await expect.element(box).toBeChecked()
    await box.click()
    expect(engine.asked('want')).toEqual([['s1', new Set([0, 2])]])
  })

  it('show that some in them are chosen', async () => {
    await at(album)
    await button('Link to some files').click()
    await page.getByRole('checkbox', { name: 'Link to 2.flac' }).click()
    const box = page.getByRole('checkbox', { name: 'Link to disc 2' })
    await expect.element(box).toBePartiallyChecked()
    await box.click()
    await expect.element(page.getByRole('checkbox', { name: 'Link to 1.flac' }).first()).toBeChecked()
    await expect.element(page.getByLabelText('Link to 2 files')).toBeVisible()
  })
})

describe('twenty thousand files', () => {
  const many = share({
    mine: false,
    name: 'archive',
    files: files(
      Array.from({ length: 20_000 }, (_, at) => [
        `archive/box ${Math.floor(at / 2000)}/scan ${at}.tif`,
        20_000 - at,
      ]),
    ),
  })

  it('lie in closed folders at first, and only rows in sight are in the page', async () => {
    await at(many)
    expect(names()).toEqual(Array.from({ length: 10 }, (_, box) => `box ${box}`))
    await button(/^box 3/).click()
    expect(names()).toContain('scan 6000.tif')
    expect(document.body.querySelectorAll('*').length).toBeLessThan(2000)
    window.scrollTo(0, document.documentElement.scrollHeight)
    await expect.element(button(/^box 9/)).toBeInTheDocument()
    expect(names()).not.toContain('scan 6000.tif')
    expect(document.body.querySelectorAll('*').length).toBeLessThan(2000)
    window.scrollTo(0, 0)
    await expect.poll(names).toContain('scan 6000.tif')
  })

  it('are found by name with their folders open, counted, and sorted by size', async () => {
    await at(many)
    await page.getByRole('searchbox', { name: 'Find a file' }).fill('scan 1234')
    await expect.element(page.getByText('11 of 20,000 files')).toBeVisible()
    expect(names().slice(0, 3)).toEqual(['box 0', 'scan 1234.tif', 'box 6'])
    await page.getByLabelText('Sort files').selectOptions('Largest first')
    await expect.poll(() => names().slice(0, 2)).toEqual(['box 6', 'scan 12340.tif'])
  })
})

it('show first what plays of a film in many parts, and its parts in closed folders', async () => {
  const parts = Array.from({ length: 70 }, (_, at) => [`film/low/part ${at}.ts`, 1] as const)
  const beside = Array.from({ length: 3 }, (_, at) => [`film/cut ${at}.ts`, 1] as const)
  await at(
    share({
      mine: false,
      name: 'film',
      files: files([...parts, ...beside, ['film/low/list.m3u8', 1], ['film/master.m3u8', 1]]),
    }),
  )
  expect(names().slice(0, 3)).toEqual(['low', 'master.m3u8', 'cut 0.ts'])
  await expect.element(button('Play master.m3u8')).toBeVisible()
})

it('are not shown before they can be chosen', async () => {
  const coming = share({
    mine: false,
    state: 'fetching',
    progress: 0,
    files: files(['a', 'b'].map((name) => [name, 1, 0] as const)),
    situation: { kind: 'moving', peers: 1 },
  })
  const { engine } = await at(coming)
  await expect.element(page.getByTitle('a', { exact: true })).not.toBeVisible()
  engine.show([{ ...coming, state: 'ready' }])
  await expect.element(page.getByRole('checkbox', { name: 'Fetch a' })).toBeVisible()
})

it('are pushed away by no picture before all are here', async () => {
  const album = share({
    mine: false,
    state: 'downloading',
    progress: 0,
    files: files(['a.jpg', 'b.jpg'].map((name) => [name, 1, 0] as const)),
  })
  const { engine } = await at(album)
  const rowTop = () => page.getByTitle('b.jpg', { exact: true }).element().getBoundingClientRect().top
  const before = rowTop()
  engine.show([{ ...album, progress: 0.5, files: files([['a.jpg', 1] as const, ['b.jpg', 1, 0] as const]) }])
  await expect.element(button('Preview a.jpg')).toBeVisible()
  expect(rowTop()).toBe(before)
  engine.show([
    {
      ...album,
      state: 'seeding',
      progress: 1,
      files: files([
        ['a.jpg', 1],
        ['b.jpg', 1],
      ]),
    },
  ])
  await expect.element(button('Show a.jpg large')).toBeInTheDocument()
})

it('are all chosen or none by one button', async () => {
  const some = share({
    mine: false,
    state: 'ready',
    progress: 0,
    files: files(['a', 'b', 'c'].map((name) => [name, 1, 0] as const)),
  })
  const { engine } = await at(some)
  await button('Choose none').click()
  expect(engine.asked('want')).toEqual([['s1', new Set()]])
  engine.show([{ ...some, files: some.files.map((each) => ({ ...each, wanted: each.index === 1 })) }])
  await button('Choose all').click()
  expect(engine.asked('want').at(-1)).toEqual(['s1', new Set([0, 1, 2])])
})

describe('pictures of a share', () => {
  const photos = share({
    mine: false,
    files: files([
      ['10.jpg', 1],
      ['9.jpg', 1],
      ['11.jpg', 1, 0],
      ['text.txt', 1],
    ]),
  })

  it('are gone through by the arrow keys, in their order', async () => {
    await at(photos)
    await button('Preview 9.jpg').click()
    const large = (name: string) => page.getByRole('region', { name, exact: true })
    await expect.element(large('9.jpg')).toBeVisible()
    await expect.element(page.getByText('1 of 2')).toBeVisible()
    await userEvent.keyboard('{ArrowRight}')
    await expect.element(large('10.jpg')).toBeVisible()
    await userEvent.keyboard('{ArrowRight}')
    await expect.element(page.getByText('2 of 2')).toBeVisible()
    await button('Picture before').click()
    await expect.element(large('9.jpg')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(large('9.jpg')).not.toBeInTheDocument()
  })

  it('are opened by a click on their row', async () => {
    await at(photos)
    await page.getByTitle('10.jpg', { exact: true }).click()
    await expect.element(page.getByRole('region', { name: '10.jpg', exact: true })).toBeVisible()
  })
})

describe('a row on a phone', () => {
  it('has one button for all that can be done with it, and the rest for its name', async () => {
    await page.viewport(360, 780)
    const { page: opened } = await at(
      share({
        mine: false,
        files: files([
          ['a picture with a long name.jpg', 1],
          ['b.bin', 1],
        ]),
      }),
    )
    const saves = vi.spyOn(opened.saving, 'one').mockResolvedValue()
    const row = page.getByRole('listitem').filter({ hasText: 'long name' })
    await expect.element(row.getByRole('button', { name: 'Save' })).not.toBeInTheDocument()
    await button('Actions for a picture with a long name.jpg').click()
    await expect.element(row.getByRole('button', { name: 'Preview' })).toBeInViewport()
    await row.getByRole('button', { name: 'Save' }).click()
    expect(saves.mock.calls.map(([, { index }]) => index)).toEqual([0])
    await expect.element(row.getByRole('button', { name: 'Save' })).not.toBeInTheDocument()
    await page.getByTitle('a picture with a long name.jpg', { exact: true }).click()
    await expect
      .element(page.getByRole('region', { name: 'a picture with a long name.jpg', exact: true }))
      .toBeVisible()
    // What has one thing to be done shows it.
    await expect
      .element(page.getByRole('listitem').filter({ hasText: 'b.bin' }).getByRole('button', { name: 'Save' }))
      .toBeVisible()
    await page.viewport(1280, 900)
  })
})

describe('small pictures', () => {
  const canvases = () => Array.from(document.querySelectorAll<HTMLCanvasElement>('article li canvas'))
  const colourOf = (canvas: HTMLCanvasElement | undefined) =>
    canvas
      ?.getContext('2d')
      ?.getImageData(Math.floor(canvas.width / 2), 2, 1, 1)
      .data.join(' ')

  it('stand before the names of pictures that are here, in the size of a row', async () => {
    const { engine } = await at(
      share({
        mine: false,
        files: files([
          ['dawn.jpg', 1],
          ['coming.jpg', 1, 0.5],
          ['too large.jpg', 17_000_000],
          ['no picture.png', 1],
          ['drawing.svg', 1],
        ]),
      }),
    )
    await expect.poll(() => canvases().length).toBe(1)
    const [canvas] = canvases()
    expect([canvas?.width, canvas?.height]).toEqual([132, 88])
    // The sky of what the engine has.
    expect(colourOf(canvas)).toMatch(/^[234]\d [56]\d 9\d 255$/)
    expect(canvas?.closest('li')?.textContent).toContain('dawn.jpg')
    // The first is shown large as well, above them.
    await expect
      .poll(() => {
        document.querySelector('article li:last-child')?.scrollIntoView()
        return new Set(engine.asked('fileBlob').map(([, index]) => index))
      })
      .toEqual(new Set([0, 3]))
    expect(canvases().length).toBeLessThanOrEqual(1)
  })

  it('are made for rows in sight alone, and let go of out of it', async () => {
    const many = Array.from({ length: 20_000 }, (_, n) => [`scan ${n}.jpg`, 1] as const)
    const { engine } = await at(share({ mine: false, name: 'scans', files: files(many) }))
    // Until the first picture is there, large, above them.
    await expect
      .poll(() => {
        document.querySelector('article li')?.scrollIntoView()
        return canvases().length
      })
      .toBeGreaterThan(9)
    const first = canvases()[0]
    expect(canvases().length).toBeLessThan(30)
    expect(document.body.querySelectorAll('*').length).toBeLessThan(2000)
    window.scrollTo(0, 100_000)
    await expect.poll(() => first?.isConnected).toBe(false)
    await expect.poll(() => canvases().length).toBeGreaterThan(3)
    expect(canvases().length).toBeLessThan(30)
    expect(engine.asked('fileBlob').length).toBeLessThan(80)
  })
})

/** Names of the rows in the page, from the top. */
function names(): string[] {
  return Array.from(document.querySelectorAll('article li bdi'), (name) => name.getAttribute('title') ?? '')
}
