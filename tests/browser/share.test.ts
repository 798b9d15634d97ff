import { beforeAll, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { parsePasted } from '../../src/core/pasted.ts'
import type { ShareSnapshot } from '../../src/swarm/snapshot.ts'
import { openPage } from './support/openPage.ts'
import { files, HASH, peer, share } from './support/shares.ts'

const button = (name: string) => page.getByRole('button', { name, exact: true })
const at = (one: ShareSnapshot) => openPage({ shares: [one], fragment: one.infoHash ?? `share-${one.id}` })

beforeAll(() => page.viewport(1280, 900))

describe('what can be done', () => {
  it.each([
    ['ready', 'Download', 'download'],
    ['downloading', 'Pause', 'pause'],
    ['waiting', 'Pause', 'pause'],
    ['seeding', 'Pause', 'pause'],
    ['paused', 'Resume', 'resume'],
    ['failed', 'Try again', 'retry'],
  ] as const)('in state %s: %s', async (state, name, method) => {
    const { engine } = await at(share({ state, mine: false }))
    await button(name).click()
    expect(engine.asked(method)).toEqual([['s1']])
  })

  it('says what the click on Download does', async () => {
    await at(share({ state: 'ready', mine: false, swarm: { seeds: 3, leechers: 1 } }))
    await expect.element(page.getByText('While this page is open, you send it too.')).toBeVisible()
    await expect.element(page.getByRole('status').getByText('3 people have it.')).toBeVisible()
  })

  it('tells why a download could not start', async () => {
    const { engine } = await at(share({ state: 'ready', mine: false }))
    vi.spyOn(engine, 'download').mockRejectedValue(new Error('There is no room for it.'))
    await button('Download').click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('There is no room for it.')
  })

  it('cancels hashing without asking', async () => {
    const { engine } = await at(share({ id: 'new', infoHash: null, state: 'hashing', progress: 0.2 }))
    await button('Cancel').click()
    expect(engine.asked('remove')).toHaveLength(1)
    expect(location.hash).toBe('')
  })

  it('renames while hashing', async () => {
    const { engine } = await at(share({ id: 'new', infoHash: null, state: 'hashing', progress: 0.2 }))
    await page.getByLabelText('Name', { exact: true }).fill('Better')
    await userEvent.keyboard('{Enter}')
    expect(engine.asked('rename')).toEqual([['new', 'Better']])
  })
})

it.each([
  ['file', files([['letter.pdf', 1]])],
  [
    'files',
    files([
      ['a.txt', 1],
      ['b.txt', 1],
    ]),
  ],
  [
    'folder',
    files([
      ['box/a.txt', 1],
      ['box/b.txt', 1],
    ]),
  ],
])('asks first of all for the %s again when the browser has forgotten', async (what, of) => {
  const { engine } = await at(share({ state: 'asleep', files: of, situation: { kind: 'idle' } }))
  const input = page.getByLabelText(`Choose the ${what} again`).element() as HTMLInputElement
  expect(document.querySelector('main .primary input')).toBe(input)
  expect([input.multiple, input.webkitdirectory]).toEqual([what !== 'file', what === 'folder'])
  // A test can bring no folder.
  if (what === 'folder') return
  await userEvent.upload(input, new File(['a'], 'again.txt'))
  await expect.poll(() => engine.asked('addFiles')).toHaveLength(1)
})

it('tells who is reached over a relay', async () => {
  const peers = [peer({ id: 'a', client: 'Near 1.0' }), peer({ id: 'b', client: 'Far 1.0', relayed: true })]
  await at(share({ peers }))
  await page.getByText('More', { exact: true }).click()
  await page.getByText('Details', { exact: true }).click()
  await expect.element(page.getByRole('row', { name: 'Near 1.0 direct' })).toBeVisible()
  await expect.element(page.getByRole('row', { name: 'Far 1.0 relay' })).toBeVisible()
})

describe('removing', () => {
  it('asks first, and says that its copy goes too', async () => {
    const { engine } = await at(share({ mine: false }))
    await button('Remove').click()
    const dialog = page.getByRole('dialog', { name: 'Remove “The lake at dawn.mp4”?' })
    await expect.element(dialog).toBeVisible()
    await expect.element(dialog).toHaveTextContent('Deletes the copy in this browser')
    await dialog.getByRole('button', { name: 'Remove' }).click()
    expect(location.hash).toBe('')
    await expect.element(page.getByRole('article')).not.toBeInTheDocument()
    expect(engine.asked('pause')).toEqual([['s1']])
    expect(engine.asked('remove')).toEqual([])
    window.dispatchEvent(new Event('pagehide'))
    await expect.poll(() => engine.asked('remove')).toEqual([['s1']])
  })

  it('can be undone for a while', async () => {
    const { engine } = await at(share())
    await button('Remove').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
    await expect.element(page.getByRole('status').getByText('“The lake at dawn.mp4” removed.')).toBeVisible()
    await button('Undo').click()
    await expect.element(page.getByRole('article')).toBeInTheDocument()
    expect(engine.asked('resume')).toEqual([['s1']])
    window.dispatchEvent(new Event('pagehide'))
    expect(engine.asked('remove')).toEqual([])
  })

  it('is for good once its time is over, also of what an earlier page had no more time for', async () => {
    const { engine } = await openPage({ shares: [share({ mine: false })] }, undefined, {
      'shoal.removing': HASH,
    })
    await expect.poll(() => engine.asked('remove')).toEqual([['s1']])
    expect(localStorage.getItem('shoal.removing')).toBeNull()
  })

  it('leaves the user’s own files alone, and says so', async () => {
    const { engine } = await at(share())
    await button('Remove').click()
    const dialog = page.getByRole('dialog')
    await expect.element(dialog).toHaveTextContent('Your files stay.')
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click()
    window.dispatchEvent(new Event('pagehide'))
    await expect.poll(() => engine.asked('remove')).toEqual([['s1']])
  })

  it('gives the focus back when it is put away', async () => {
    const { engine } = await at(share())
    button('Remove').element().focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('dialog')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    expect(document.activeElement).toBe(button('Remove').element())
    expect(engine.asked('remove')).toEqual([])
  })
})

describe('files', () => {
  const mixed = share({
    state: 'downloading',
    mine: false,
    files: files([
      ['box/done.txt', 5],
      ['box/half.bin', 100, 0.5],
      ['box/later.bin', 100, 0, false],
    ]),
    progress: 0.5,
  })

  it('offers each finished one by the name Save, told apart by its description', async () => {
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const { engine } = await at(mixed)
    expect(button('Save').elements()).toHaveLength(1)
    await expect.element(button('Save')).toHaveAccessibleDescription('box/done.txt')
    await button('Save').click()
    await expect.poll(() => saved.mock.contexts.length).toBe(1)
    expect(engine.asked('fileBlob')).toEqual([['s1', 0]])
    expect(saved.mock.contexts[0]).toMatchObject({ download: 'done.txt' })
  })

  it('lets one choose what to fetch', async () => {
    const { engine } = await at(mixed)
    await expect.element(page.getByRole('checkbox', { name: 'Fetch half.bin' })).toBeChecked()
    await page.getByRole('checkbox', { name: 'Fetch later.bin' }).click()
    expect(engine.asked('want')).toEqual([['s1', new Set([0, 1, 2])]])
    await page.getByRole('checkbox', { name: 'Fetch half.bin' }).click()
    expect(engine.asked('want')[1]).toEqual(['s1', new Set([0])])
  })

  it('lets one fetch the rest when all that was wanted is here', async () => {
    const { engine } = await at({ ...mixed, state: 'seeding', progress: 1 })
    await page.getByRole('checkbox', { name: 'Fetch later.bin' }).click()
    expect(engine.asked('want')).toEqual([['s1', new Set([0, 1, 2])]])
  })

  it('shows ten thousand without drawing ten thousand, and finds one', async () => {
    const names = Array.from({ length: 10_000 }, (_, index) => [`scan ${index}.tif`, 1] as const)
    await at(share({ mine: false, files: files(names) }))
    expect(button('Save').elements().length).toBeLessThan(300)
    await page.getByRole('searchbox', { name: 'Find a file' }).fill('scan 9876')
    await expect.poll(() => button('Save').elements().length).toBe(1)
  })

  it('shows the first finished picture, and leaves out one that cannot be shown', async () => {
    const { engine } = await at(
      share({
        mine: false,
        files: files([
          ['a.txt', 1],
          ['b/c.jpg', 1],
        ]),
      }),
    )
    await expect.element(page.getByRole('img', { name: 'c.jpg' })).toBeVisible()
    await expect
      .element(page.getByRole('img', { name: 'c.jpg' }))
      .toHaveAttribute('src', expect.stringMatching(/^blob:/))
    engine.show([share({ mine: false, files: files([['broken.png', 1]]) })])
    await expect.element(page.getByRole('img', { name: 'broken.png' })).not.toBeInTheDocument()
  })

  it('has no other button whose name could be taken for one of these', async () => {
    await at(mixed)
    const names = page
      .getByRole('button')
      .elements()
      .map((each) => each.textContent.trim())
    expect(names.filter((name) => /^(Save|Download|Get)/.test(name))).toEqual(['Save'])
  })
})

describe('saving', () => {
  const arriving = share({
    state: 'ready',
    mine: false,
    progress: 0,
    files: files([['box/film.bin', 9, 0]]),
  })
  const here = { ...arriving, state: 'seeding', progress: 1, files: files([['box/film.bin', 9]]) } as const
  const SAVED = 'Done. Saved.'

  function watchSaves() {
    return vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  }

  it('leads from the click on Download to the disk, once', async () => {
    const saved = watchSaves()
    const { engine } = await at(arriving)
    await button('Download').click()
    engine.show([{ ...arriving, state: 'downloading', progress: 0.5 }])
    expect(engine.asked('fileBlob')).toEqual([])
    engine.show([here])
    await expect.element(page.getByText(SAVED)).toBeVisible()
    engine.show([{ ...here, given: 5 }])
    expect(engine.asked('fileBlob')).toEqual([['s1', 0]])
    expect(saved.mock.contexts).toMatchObject([{ download: 'film.bin' }])
    expect(document.querySelector('main .primary')).toBeNull()
  })

  it('goes on after a reload, and knows then that it was saved', async () => {
    watchSaves()
    const kept = { 'shoal.saves': JSON.stringify([[HASH, 'wanted']]) }
    const { engine } = await openPage({ shares: [], fragment: HASH }, undefined, kept)
    engine.show([here])
    await expect.element(page.getByText(SAVED)).toBeVisible()
    expect(JSON.parse(localStorage.getItem('shoal.saves') ?? '')).toEqual([[HASH, 'saved']])
  })

  it('saves nothing that nobody clicked on, and offers it', async () => {
    const { engine } = await at(here)
    await expect.element(page.getByText('Done. It’s all here.')).toBeVisible()
    expect(engine.asked('fileBlob')).toEqual([])
    expect(
      Array.from(document.querySelectorAll('article .primary'), (each) => each.textContent.trim()),
    ).toEqual(expect.arrayContaining(['Save']))
  })

  it('offers it again when it could not be saved', async () => {
    const { engine } = await at(arriving)
    vi.spyOn(engine, 'fileBlob').mockRejectedValue(new Error('The disk is gone.'))
    await button('Download').click()
    engine.show([here])
    await expect.element(page.getByRole('alert')).toHaveTextContent('The disk is gone.')
    await expect.element(page.getByText('Done. It’s all here.')).toBeVisible()
    await expect.element(button('Save')).toHaveClass('primary')
  })

  it('of several files waits for a word on where to, which stays in sight', async () => {
    await page.viewport(360, 600)
    const names = Array.from({ length: 30 }, (_, index) => [`box/scan ${index}.tif`, 1] as const)
    const several = share({ ...arriving, files: files(names.map(([name, size]) => [name, size, 0])) })
    const { engine } = await at(several)
    await button('Download').click()
    engine.show([{ ...several, state: 'seeding', progress: 1, files: files(names) }])
    await expect.element(button('Save all')).toBeInViewport()
    expect(engine.asked('fileBlob')).toEqual([])
    await page.viewport(1280, 900)
  })
})

describe('passing it on', () => {
  it('copies the link', async () => {
    const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const one = share()
    await at(one)
    await button('Copy link').click()
    expect(written).toHaveBeenCalledWith(`${one.link ?? ''}&n=The%20lake%20at%20dawn.mp4&s=734000000`)
    await expect.element(button('Copied')).toBeVisible()
    await expect.element(page.getByText('Copied.')).toBeVisible()
    await expect.element(button('Copy link')).toBeVisible()
  })

  it('tells who is there and what they do, and takes a name to be called by', async () => {
    const peers = [
      peer({ id: 'a', progress: 1 }),
      peer({ id: 'b', progress: 0.5 }),
      peer({ id: 'c', progress: 0, client: 'WebTorrent 3.0' }),
    ]
    const { page: opened } = await at(share({ peers }))
    const list = page.getByRole('region', { name: 'People' }).getByRole('listitem')
    await expect.element(list.nth(0)).toHaveTextContent(/^Somebody\s*50\s%$/)
    await expect.element(list.nth(1)).toHaveTextContent(/^WebTorrent 3\.0\s*looking$/)
    await expect.element(list.nth(2)).toHaveTextContent(/^Somebody\s*has it$/)
    await page.getByLabelText('What others call you').fill('Ann')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => opened.notes.profile.name).toBe('Ann')
  })

  it('selects the link where the browser does not let it copy', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
    await at(share())
    await button('Copy link').click()
    await expect.element(page.getByText('Copying is blocked. Press Ctrl+C')).toBeVisible()
    expect(document.activeElement).toBe(page.getByLabelText('Share link', { exact: true }).element())
  })

  it('shows a QR code', async () => {
    await at(share())
    await button('QR code').click()
    await expect.element(page.getByRole('img', { name: 'QR code of the share link' })).toBeVisible()
    await button('Close').click()
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  })

  it('has the .torrent file, behind “For other programs”', async () => {
    await at(share({ name: 'a "b" <c>' }))
    await page.getByText('More', { exact: true }).click()
    await page.getByText('For other programs').click()
    const link = page.getByRole('link', { name: '.torrent file' })
    await expect.element(link).toHaveAttribute('download', 'a "b" <c>.torrent')
    await expect.element(link).toHaveAttribute('href', expect.stringMatching(/^blob:/))
  })
})

describe('what strangers may write', () => {
  it('is shown as text, without power over the text around it', async () => {
    const name = '<img src=x onerror="window.hacked = true"> \u202egpj.exe'
    const { page: opened } = await at(
      share({
        mine: false,
        name,
        files: files([
          ['<b>folder</b>/<script>alert(1)</script>', 1],
          ['b\u202etxt.exe', 1],
        ]),
        peers: [peer({ client: '<i>client</i>' })],
        situation: { kind: 'tracker-refused', reason: '<a href="//evil">click</a>' },
      }),
    )
    expect(opened.shares.current?.name).toBe(name)
    expect(document.querySelector('main img, main script, main b, main i, main a[href*=evil]')).toBeNull()
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveTextContent('onerror="window.hacked = true"> ·gpj.exe')
    expect(document.body.textContent).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    expect('hacked' in window).toBe(false)
  })
})

it('takes its lasting address as soon as the info hash is known', async () => {
  const { engine } = await at(share({ id: 'new', infoHash: null, state: 'hashing', progress: 0.9 }))
  engine.show([share({ id: 'new' })])
  await expect.poll(() => location.hash).toBe(`#${HASH}`)
  await expect.element(page.getByLabelText('Share link', { exact: true })).toBeVisible()
})

describe('a link to some of the files', () => {
  it('is made of those that are ticked, whatever is being fetched', async () => {
    await at(
      share({
        files: files([
          ['a.mp4', 10],
          ['b.srt', 20],
          ['c.txt', 30],
        ]),
      }),
    )
    await expect.element(page.getByRole('checkbox')).not.toBeInTheDocument()
    await button('Link to some files').click()
    await page.getByRole('checkbox', { name: 'Link to a.mp4' }).click()
    await page.getByRole('checkbox', { name: 'Link to c.txt' }).click()
    const field = page.getByLabelText('Link to 2 files')
    const link = (field.element() as HTMLInputElement).value
    expect(link).toMatch(/^https:\/\/shoal\.example\/#magnet:\?xt=urn:btih:/)
    expect(parsePasted(link)).toMatchObject({
      kind: 'invitation',
      invitation: { infoHash: HASH, files: [0, 2], trackers: ['wss://shoal.example/announce'] },
    })
    await button('Link to some files').click()
    await expect.element(field).not.toBeInTheDocument()
  })

  it('is not offered for one file', async () => {
    await at(share())
    await expect.element(button('Link to some files')).not.toBeInTheDocument()
  })
})
