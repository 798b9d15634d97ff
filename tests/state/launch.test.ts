import { describe, expect, it, vi } from 'vitest'
import { launchedText, takeLaunches } from '../../src/state/launch.ts'

const MAGNET = 'magnet:?xt=urn:btih:2c6b6858d61da9543d4231a71db4b1c9264b0685&dn=a%20b'

describe('what an address brings', () => {
  it.each([
    [`/?open=${encodeURIComponent(MAGNET)}`, MAGNET],
    ['/?text=look+at+https%3A%2F%2Fshoal.example%2F%23ab', 'look at https://shoal.example/#ab'],
    ['/?open=', null],
    ['/#2c6b', null],
    ['/', null],
  ])('%s: %s', (address, text) => {
    expect(launchedText(new URL(address, 'https://shoal.example'))).toBe(text)
  })
})

describe('a launch', () => {
  function launch(
    address: string,
    { isApp = true, caches }: { isApp?: boolean; caches?: CacheStorage } = {},
  ) {
    let launched: Parameters<
      NonNullable<Parameters<typeof takeLaunches>[0]['window']['launchQueue']>['setConsumer']
    >[0]
    launched = () => undefined
    const history = { replaceState: vi.fn() }
    const launchQueue = { setConsumer: (consumer: typeof launched) => (launched = consumer) }
    const window = { location: { href: address }, history, launchQueue, caches } as unknown as Parameters<
      typeof takeLaunches
    >[0]['window']
    const intake = { pasted: vi.fn(async () => undefined), files: vi.fn(async () => undefined) }
    const toasts = { alarm: vi.fn() }
    const navigation = { homeAt: vi.fn() }
    takeLaunches({ window, intake, toasts, navigation, isApp })
    const again = (more: Parameters<typeof launched>[0]) => launched(more)
    return { again, history, intake, toasts, navigation }
  }

  it('is taken once, and leaves the address', () => {
    const address = `https://shoal.example/?open=${encodeURIComponent(MAGNET)}`
    const { again, history, intake } = launch(address)
    expect(history.replaceState).toHaveBeenCalledWith(null, '', '/')
    again({ targetURL: address })
    expect(intake.pasted.mock.calls).toEqual([[MAGNET, true]])
    again({ targetURL: 'https://shoal.example/?text=another' })
    expect(intake.pasted.mock.calls).toEqual([
      [MAGNET, true],
      ['another', true],
    ])
  })

  it('by a shortcut leads to its place on Home, each time', () => {
    const { again, history, navigation } = launch('https://shoal.example/?go=send')
    expect(history.replaceState).toHaveBeenCalledWith(null, '', '/')
    again({ targetURL: 'https://shoal.example/?go=send' })
    again({ targetURL: 'https://shoal.example/?go=send' })
    again({ targetURL: 'https://shoal.example/?go=receive' })
    again({ targetURL: 'https://shoal.example/?go=away' })
    expect(navigation.homeAt.mock.calls).toEqual([['send'], ['send'], ['receive']])
  })

  it('leaves an address alone that brings nothing', () => {
    const { history, intake } = launch('https://shoal.example/#2c6b6858d61da9543d4231a71db4b1c9264b0685')
    expect(history.replaceState).not.toHaveBeenCalled()
    expect(intake.pasted).not.toHaveBeenCalled()
  })

  it('opens files, and says which it could not read', async () => {
    const { again, intake, toasts } = launch('https://shoal.example/')
    const file = new File(['d'], 'a.torrent')
    const handle = { name: 'a.torrent', getFile: async () => file }
    const gone = { name: 'b.torrent', getFile: () => Promise.reject(new Error('gone')) }
    again({ files: [handle, gone] as unknown as FileSystemFileHandle[] })
    await vi.waitFor(() => {
      expect(intake.files.mock.calls).toEqual([[{ files: [{ file, path: ['a.torrent'] }], leftOut: [] }]])
      expect(toasts.alarm).toHaveBeenCalledWith({ code: 'launch-not-read', name: 'b.torrent' })
    })
  })

  it('makes no share of a text that any site may have sent', () => {
    const { intake } = launch('https://shoal.example/?text=say+this', { isApp: false })
    expect(intake.pasted.mock.calls).toEqual([['say this', false]])
  })

  it('says so when what was shared did not arrive', async () => {
    for (const [address, code] of [
      ['/share-target', 'shared-missed'],
      ['/?shared=missed', 'shared-missed'],
      ['/?shared=too-large', 'shared-too-large'],
    ]) {
      const { history, toasts } = launch(`https://shoal.example${address}`)
      expect(history.replaceState).toHaveBeenCalledWith(null, '', '/')
      await vi.waitFor(() => expect(toasts.alarm).toHaveBeenCalledWith({ code }))
    }
  })

  it('takes what was shared once, although the browser names its address as well', async () => {
    const { again, toasts } = launch('https://shoal.example/?shared=too-large')
    again({ targetURL: 'https://shoal.example/share-target' })
    await vi.waitFor(() => expect(toasts.alarm).toHaveBeenCalledWith({ code: 'shared-too-large' }))
    expect(toasts.alarm).toHaveBeenCalledTimes(1)
  })

  it('says so when the browser dropped what was shared with a page that was open', async () => {
    const { again, toasts } = launch('https://shoal.example/')
    again({ targetURL: 'https://shoal.example/share-target' })
    await vi.waitFor(() => expect(toasts.alarm).toHaveBeenCalledWith({ code: 'shared-missed' }))
  })
})
