/* What a page notes on its way from a link to the first piece. All of it runs in the page, before its own scripts. */

/** When each step was done: seconds after the click. */
export type Steps = Readonly<Record<string, number>>

declare global {
  /** By the clock of the page. */
  var steps: Record<string, number> | undefined
  /** The click is now; else the page was loaded for it. */
  var stepsBegin: (() => void) | undefined
  var stepsTold: (() => Record<string, number>) | undefined
  /** By a clock that all pages share, in milliseconds: when it began, and each of its steps. */
  var stepsByClock: (() => { began: number; steps: Record<string, number> }) | undefined
  var startPlain: (() => void) | undefined
}

export function watchSteps(): void {
  let steps: Record<string, number> = (globalThis.steps = {})
  let began = 0
  const note = (name: string): void => {
    steps[name] ??= performance.now()
  }
  globalThis.stepsBegin = () => {
    began = performance.now()
    steps = globalThis.steps = {}
  }
  globalThis.stepsTold = () => {
    const told: Record<string, number> = {}
    const add = (name: string, at: number): void => {
      if (at >= began) told[name] ??= (at - began) / 1000
    }
    for (const [name, at] of Object.entries(steps)) add(name, at)
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    if (navigation) add('HTML', navigation.responseEnd)
    for (const entry of performance.getEntriesByType('resource') as PerformanceResourceTiming[]) {
      const { pathname } = new URL(entry.name)
      if (/\.(js|json)$/.test(pathname) && entry.responseEnd <= (steps['piece'] ?? Infinity))
        add(`loaded ${pathname.replace(/^.*\//, '').replace(/-[\w-]{8}\.js$/, '')}`, entry.responseEnd)
    }
    return told
  }

  globalThis.stepsByClock = () => {
    const byClock = (at: number) => performance.timeOrigin + at
    const all = Object.entries(steps).map(([name, at]) => [name, byClock(at)] as const)
    return { began: byClock(began), steps: Object.fromEntries(all) }
  }

  const NativeSocket = globalThis.WebSocket
  globalThis.WebSocket = class extends NativeSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      note('tracker: asked for a socket')
      this.addEventListener('open', () => note('tracker: socket open'))
      this.addEventListener('message', ({ data }) => {
        const { offer, answer } = JSON.parse(String(data)) as { offer?: unknown; answer?: unknown }
        note(offer ? 'tracker: an offer came' : answer ? 'tracker: an answer came' : 'tracker: a reply came')
      })
    }

    override send(data: string): void {
      super.send(data)
      const { offers, answer } = JSON.parse(data) as { offers?: readonly unknown[]; answer?: unknown }
      note(answer ? 'tracker: answered' : offers?.length ? 'tracker: offers sent' : 'tracker: announced')
    }
  }

  /** Messages of the wire that a chunk begins (BEP 3), and what they tell. */
  const look = (data: unknown, names: Readonly<Record<number, string>>): void => {
    if (!(data instanceof ArrayBuffer) && !ArrayBuffer.isView(data)) return
    const view =
      data instanceof ArrayBuffer
        ? new DataView(data)
        : new DataView(data.buffer, data.byteOffset, data.byteLength)
    for (let at = 0; at + 5 <= view.byteLength && view.getUint32(at) < 1e6; at += 4 + view.getUint32(at)) {
      const name = names[view.getUint8(at + 4)]
      if (name !== undefined) note(name)
    }
  }
  const watchChannel = (channel: RTCDataChannel): void => {
    const send = channel.send.bind(channel) as (data: unknown) => void
    channel.send = (data: unknown) => {
      send(data)
      note('wire: handshake sent')
      look(data, {
        2: 'wire: said to be interested',
        6: 'wire: asked for a block',
        7: 'wire: sent a block',
        20: 'wire: extensions or metadata sent',
      })
    }
    channel.addEventListener('open', () => note('SCTP: channel open'))
    channel.addEventListener('message', ({ data }) => {
      note('wire: handshake came')
      look(data, {
        1: 'wire: unchoked',
        6: 'wire: was asked for a block',
        7: 'wire: a block came',
        20: 'wire: extensions or metadata came',
      })
    })
  }
  const NativeConnection = globalThis.RTCPeerConnection
  globalThis.RTCPeerConnection = class extends NativeConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      note('offer: begun')
      this.addEventListener('datachannel', ({ channel }) => watchChannel(channel))
      this.addEventListener('icegatheringstatechange', () => {
        if (this.iceGatheringState === 'complete') note('offer: first one gathered')
      })
      this.addEventListener('iceconnectionstatechange', () => {
        if (this.iceConnectionState === 'connected') note('ICE: path found')
      })
      this.addEventListener('connectionstatechange', () => {
        if (this.connectionState === 'connected') note('DTLS: connected')
      })
    }

    override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
      const channel = super.createDataChannel(label, options)
      watchChannel(channel)
      return channel
    }
  }

  new MutationObserver(() => {
    const article = document.querySelector<HTMLElement>('article[data-state]')
    if (!article) return
    note('page: share shown')
    if (article.dataset['state'] === 'ready' && steps['metadata'] === undefined) {
      note('metadata')
      const button = [...article.querySelectorAll('button')].find(
        (each) => each.textContent.trim() === 'Download',
      )
      button?.click()
    }
    if (Number(article.dataset['progress']) > 0) note('piece')
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-state', 'data-progress'],
  })
}

/** The same for a page of webtorrent, which has nothing to click on. */
export function watchPlain({
  infoHash,
  tracker,
  waits,
}: {
  readonly infoHash: string
  readonly tracker: string
  readonly waits: boolean
}): void {
  const note = (name: string): void => {
    if (globalThis.steps) globalThis.steps[name] ??= performance.now()
  }
  const start = (): void => {
    note('page: share shown')
    const client = globalThis.newClient?.({ dht: false, tracker: { rtcConfig: { iceServers: [] } } })
    const torrent = client?.add(`magnet:?xt=urn:btih:${infoHash}`, { announce: [tracker] })
    torrent?.on('metadata', () => note('metadata'))
    torrent?.on('verified', () => note('piece'))
  }
  globalThis.startPlain = () => {
    globalThis.stepsBegin?.()
    start()
  }
  if (waits) return
  const waiting = setInterval(() => {
    if (globalThis.newClient === undefined) return
    clearInterval(waiting)
    start()
  }, 1)
}
