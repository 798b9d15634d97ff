import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Invitation } from '../../src/core/invitation.ts'
import type { LocalFile } from '../../src/swarm/engineApi.ts'
import { filesOfTransfer } from '../../src/state/incomingFiles.ts'
import { openPage, openPageWith } from './support/openPage.ts'
import { RecordingEngine } from './support/recordingEngine.ts'
import { files, HASH, share } from './support/shares.ts'

const field = () => page.getByRole('textbox', { name: 'Magnet link, info hash or share link' })
const notice = () => page.getByRole('alert')

function transferOf(...files: File[]): DataTransfer {
  const transfer = new DataTransfer()
  for (const file of files) transfer.items.add(file)
  return transfer
}

function dispatchDrag(type: string, dataTransfer: DataTransfer): void {
  document.body.dispatchEvent(
    new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, clientX: 300, clientY: 200 }),
  )
}

function paste(clipboardData: DataTransfer, target: Element = document.body): void {
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}

function pasteText(text: string, target?: Element): void {
  const transfer = new DataTransfer()
  transfer.setData('text/plain', text)
  paste(transfer, target)
}

/** The names that the engine was given, and the share's. */
function added(engine: RecordingEngine): { paths: string[]; name: unknown } | null {
  const [call] = engine.asked('addFiles')
  if (!call) return null
  return { paths: (call[0] as LocalFile[]).map((file) => file.path.join('/')), name: call[1] }
}

describe('files', () => {
  it('are shared as soon as they are chosen', async () => {
    const { engine } = await openPage()
    await userEvent.upload(page.getByLabelText('Choose files', { exact: true }), [
      new File(['a'], 'a.txt'),
      new File(['b'], 'b.zip'),
    ])
    await expect.poll(() => added(engine)).toEqual({ paths: ['a.txt', 'b.zip'], name: 'a and 1 more' })
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('a and 1 more')
    expect(document.querySelector('article')?.dataset['state']).toBe('hashing')
  })

  it.each([
    ['home', ''],
    ['a share', HASH],
  ])('are shared as soon as they are dropped, on %s', async (_, fragment) => {
    const { engine } = await openPage({ shares: [share()], fragment })
    const transfer = transferOf(new File(['x'], 'x.bin'))
    dispatchDrag('dragenter', transfer)
    dispatchDrag('dragover', transfer)
    await expect.element(page.getByText('Let go to send')).toBeVisible()
    dispatchDrag('drop', transfer)
    await expect.poll(() => added(engine)).toEqual({ paths: ['x.bin'], name: 'x.bin' })
    await expect.element(page.getByText('Let go to send')).not.toBeInTheDocument()
  })

  it('are shared as soon as they are pasted', async () => {
    const { engine } = await openPage()
    paste(transferOf(new File(['x'], 'x.png', { type: 'image/png' })))
    await expect.poll(() => added(engine)).toEqual({ paths: ['x.png'], name: 'x.png' })
  })

  it('are called by their day where the browser calls all pictures the same', async () => {
    const { engine } = await openPage()
    paste(transferOf(new File(['x'], 'image.png', { type: 'image/png' })))
    await expect.poll(() => added(engine)?.name).toMatch(/^Picture \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.png$/)
  })

  it('can be brought again without picking them again when the engine does not load', async () => {
    const engine = new RecordingEngine()
    const load = vi.fn(() => Promise.resolve(engine)).mockRejectedValueOnce(new Error('offline'))
    await openPageWith(load)
    paste(transferOf(new File(['x'], 'x.bin')))
    await expect.element(notice()).toHaveTextContent('A part of Shoal didn’t load.')
    await notice().getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => added(engine)).toEqual({ paths: ['x.bin'], name: 'x.bin' })
  })
})

describe('the button', () => {
  const input = () => page.getByLabelText('Choose files', { exact: true })

  /** Answers the browser's own picker, which no test can: with handles of the browser's own file system. */
  function pickerAnswers(answer: () => Promise<FileSystemFileHandle[]>) {
    const own = Object.getOwnPropertyDescriptor(window, 'showOpenFilePicker')
    onTestFinished(() => {
      if (own) Object.defineProperty(window, 'showOpenFilePicker', own)
      else Reflect.deleteProperty(window, 'showOpenFilePicker')
    })
    const picker = vi.fn(answer)
    Object.defineProperty(window, 'showOpenFilePicker', { configurable: true, value: picker })
    return picker
  }

  it('takes handles, which open the same files again, where the browser has them', async () => {
    const root = await navigator.storage.getDirectory()
    const handle = await root.getFileHandle('picked.txt', { create: true })
    const picker = pickerAnswers(() => Promise.resolve([handle]))
    const { engine } = await openPage()
    await page.getByText('Choose files', { exact: true }).click()
    await expect.poll(() => added(engine)).toEqual({ paths: ['picked.txt'], name: 'picked.txt' })
    expect(picker).toHaveBeenCalledExactlyOnceWith({ multiple: true })
    const [call] = engine.asked('addFiles')
    expect((call?.[0] as LocalFile[])[0]?.handle).toBe(handle)
  })

  it('brings nothing when the picker is put away', async () => {
    const picker = pickerAnswers(() => Promise.reject(new DOMException('', 'AbortError')))
    const { engine } = await openPage()
    await page.getByText('Choose files', { exact: true }).click()
    await expect.poll(() => picker.mock.calls.length).toBe(1)
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Drop files to send them')
    expect(added(engine)).toBeNull()
  })

  it('has the chooser of any browser where the picker may not open', async () => {
    const picker = pickerAnswers(() => Promise.reject(new DOMException('', 'SecurityError')))
    await openPage()
    const field = input().element()
    const prevented: boolean[] = []
    const ended = new AbortController()
    onTestFinished(() => ended.abort())
    // At the very end of its way, since Svelte hears of it above the field. Nobody answers the browser's chooser here,
    // and the page stands still behind it: that it is asked for is enough.
    window.addEventListener(
      'click',
      (event) => {
        if (event.target !== field) return
        prevented.push(event.defaultPrevented)
        event.preventDefault()
      },
      { signal: ended.signal },
    )
    await page.getByText('Choose files', { exact: true }).click()
    await expect.poll(() => prevented).toEqual([true, false])
    expect(picker).toHaveBeenCalledOnce()
  })
})

describe('what cannot be opened of a drop', () => {
  /** A drop from a disk, which no page can make: its items answer handles, of the browser's own file system. */
  async function dropped(...names: readonly string[]): Promise<DataTransfer> {
    const root = await navigator.storage.getDirectory()
    const handles = await Promise.all(names.map((name) => root.getFileHandle(name, { create: true })))
    await Promise.all(names.filter((name) => name.startsWith('gone')).map((name) => root.removeEntry(name)))
    const items = handles.map((handle) => ({
      kind: 'file',
      webkitGetAsEntry: () => null,
      getAsFileSystemHandle: () => Promise.resolve(handle),
    }))
    return { items, files: [] } as unknown as DataTransfer
  }

  it('is named, and the rest is taken', async () => {
    const { files: taken, leftOut } = await filesOfTransfer(await dropped('a.txt', 'gone.txt', 'b.txt'))
    expect(taken.map(({ path }) => path.join('/'))).toEqual(['a.txt', 'b.txt'])
    expect(leftOut).toEqual(['gone.txt'])
  })

  it('is shown with the share', async () => {
    await openPage({ shares: [share({ leftOut: ['album/gone.bin'] })], fragment: HASH })
    await expect
      .element(notice())
      .toHaveTextContent('“album/gone.bin” is left out: the browser couldn’t read it.')
  })

  it('is told where nothing else is left', async () => {
    const { page: opened } = await openPage()
    await opened.intake.files(await filesOfTransfer(await dropped('gone.txt')))
    await expect.element(notice()).toHaveTextContent('Your browser may not read “gone.txt”.')
  })
})

describe('a .torrent file', () => {
  const torrent = (text: string) => new File([text], 'some.torrent')

  it('is opened', async () => {
    const { engine } = await openPage()
    paste(transferOf(torrent('d4:infoe')))
    await expect.poll(() => engine.asked('openTorrentFile')).toHaveLength(1)
    await expect.element(page.getByRole('button', { name: 'Download' })).toBeVisible()
    expect(location.hash).toBe(`#${HASH}`)
  })

  it('that is none can be shared as the file it is', async () => {
    const { engine } = await openPage()
    paste(transferOf(torrent('garbage')))
    await expect.element(notice()).toHaveTextContent('This is not a .torrent file, or it is damaged.')
    await notice().getByRole('button', { name: 'Share the file itself' }).click()
    await expect.poll(() => added(engine)).toEqual({ paths: ['some.torrent'], name: 'some.torrent' })
  })

  it('beside other files is shared with them', async () => {
    const { engine } = await openPage()
    paste(transferOf(torrent('d4:infoe'), new File(['x'], 'x.bin')))
    await expect.poll(() => added(engine)?.paths).toEqual(['some.torrent', 'x.bin'])
  })

  it('is not read at all when it is far too big', async () => {
    const { engine } = await openPage()
    const huge = torrent('')
    Object.defineProperty(huge, 'size', { value: 5e9 })
    await userEvent.upload(page.getByLabelText('Choose files', { exact: true }), [])
    const transfer = new DataTransfer()
    Object.defineProperty(transfer, 'files', { value: [huge] })
    paste(transfer)
    await expect.element(notice()).toHaveTextContent('too large for a .torrent file')
    expect(engine.calls).toEqual([])
  })
})

describe('text', () => {
  it.each([HASH.toUpperCase(), `magnet:?xt=urn:btih:${HASH}&dn=A`, `https://other.example/#${HASH}`])(
    'typed is opened by Enter: %s',
    async (text) => {
      const { engine } = await openPage()
      await field().fill(text)
      await userEvent.keyboard('{Enter}')
      await expect.poll(() => engine.asked('open')).toMatchObject([[{ infoHash: HASH }]])
      await expect.poll(() => document.querySelector('article')?.dataset['state']).toBe('fetching')
    },
  )

  it('pasted anywhere is opened', async () => {
    const { engine } = await openPage({ shares: [share()], fragment: HASH })
    pasteText('b'.repeat(40))
    await expect.poll(() => engine.asked('open')).toMatchObject([[{ infoHash: 'b'.repeat(40) }]])
    expect(location.hash).toBe(`#${'b'.repeat(40)}`)
  })

  it('pasted into a text field stays there', async () => {
    const { engine } = await openPage()
    pasteText('b'.repeat(40), field().element())
    expect(engine.calls).toEqual([])
  })

  it('that is nothing is told beside the field, and kept', async () => {
    await openPage()
    await field().fill('magnet:?xt=urn:btih:nothing')
    await page.getByRole('button', { name: 'Get', exact: true }).click()
    await expect.element(field()).toHaveAttribute('aria-invalid', 'true')
    await expect.element(field()).toHaveAccessibleDescription(/no valid info hash/)
    await expect.element(field()).toHaveValue('magnet:?xt=urn:btih:nothing')
    await field().fill('')
    await page.getByRole('button', { name: 'Get', exact: true }).click()
    await expect.element(field()).toHaveAccessibleDescription(/Paste a link first/)
  })

  it('with several links makes a share of each, listed at home', async () => {
    const { engine } = await openPage({ shares: [share()], fragment: HASH })
    pasteText(`1. magnet:?xt=urn:btih:${'a'.repeat(40)}\n2. https://other.example/#${'b'.repeat(40)}`)
    await expect.element(page.getByRole('status').getByText('2 links opened.')).toBeVisible()
    // The newest is the first of the list.
    const opened = engine.asked('open').map(([invitation]) => (invitation as Invitation).infoHash)
    expect(opened).toEqual(['b'.repeat(40), 'a'.repeat(40)])
    expect(location.hash).toBe('')
  })

  it('that chooses files adds them to what is being fetched', async () => {
    const fetched = files([
      ['a', 1, 1],
      ['b', 1, 0, false],
      ['c', 1, 0, false],
    ])
    const { engine } = await openPage({
      shares: [share({ mine: false, state: 'waiting', files: fetched })],
    })
    pasteText(`magnet:?xt=urn:btih:${HASH}&so=2,7`)
    await expect.poll(() => engine.asked('want')).toEqual([['s1', new Set([0, 2])]])
    expect(location.hash).toContain('so=2,7')
  })

  it('keeps the trackers of other sites in the address', async () => {
    await openPage()
    await field().fill(`magnet:?xt=urn:btih:${HASH}&tr=wss%3A%2F%2Ftracker.example`)
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => location.hash).toContain('tracker.example')
  })
})

describe('the address of a .torrent file', () => {
  async function ask(response: Response | Error): Promise<RecordingEngine> {
    vi.spyOn(window, 'fetch').mockImplementation(() =>
      response instanceof Error ? Promise.reject(response) : Promise.resolve(response.clone()),
    )
    const { engine } = await openPage()
    await field().fill('https://files.example/a.torrent')
    await userEvent.keyboard('{Enter}')
    return engine
  }

  it('is fetched and opened', async () => {
    const engine = await ask(new Response('d4:infoe'))
    await expect.poll(() => engine.asked('openTorrentFile')).toHaveLength(1)
  })

  it.each([
    ['a site that refuses', new TypeError('Failed to fetch'), /can’t fetch from files\.example/],
    ['a missing file', new Response('', { status: 404 }), /answered “404”/],
    ['a page that is no torrent', new Response('<html>'), /not a \.torrent file/],
    ['too much', new Response(new Uint8Array(10_000_001)), /sent more than 10/],
  ])('tells of %s', async (_, response, words) => {
    await ask(response)
    await expect.element(field()).toHaveAccessibleDescription(words)
    await expect.element(field()).toHaveValue('https://files.example/a.torrent')
  })
})

describe('a text', () => {
  it('becomes a share of its own, called by its first words', async () => {
    const { engine } = await openPage()
    pasteText('\nShopping: milk/eggs\nand bread')
    await expect.poll(() => added(engine)?.paths).toEqual(['Shopping milk eggs.txt'])
    const [[taken] = []] = engine.asked('addFiles') as [LocalFile[]][]
    expect(await taken?.[0]?.file.text()).toBe('\nShopping: milk/eggs\nand bread')
    // It is nowhere else: after a reload nobody could choose it again.
    expect(engine.asked('addFiles')[0]?.[3]).toBe(true)
  })

  it.each(['hunter2', `https://shoal.example/#${HASH.slice(2)}`])(
    'that may be something else is asked about first: %s',
    async (text) => {
      const { engine } = await openPage()
      pasteText(text)
      await expect.element(notice()).toHaveTextContent('That didn’t work.')
      expect(added(engine)).toBeNull()
      await notice().getByRole('button', { name: 'Share it as text' }).click()
      await expect.poll(() => added(engine)?.paths).toHaveLength(1)
    },
  )

  it('that somebody received is shown at once, and copied as it is by one click', async () => {
    const engine = new RecordingEngine([share({ mine: false, files: files([['Note.txt', 9]]) })])
    vi.spyOn(engine, 'fileBlob').mockResolvedValue(new Blob(['a\u202eb\r\nc']))
    const opened = await openPageWith(() => Promise.resolve(engine), HASH)
    await opened.engine.get()
    await expect.element(page.getByLabelText('What is in Note.txt')).toBeVisible()
    const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await page.getByRole('button', { name: 'Copy text' }).click()
    expect(written.mock.calls).toEqual([['a\u202eb\r\nc']])
  })
})
