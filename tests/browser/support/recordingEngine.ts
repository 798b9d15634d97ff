import type { Invitation } from '../../../src/core/invitation.ts'
import type { PageLimits, ShareLimits } from '../../../src/core/limits.ts'
import type {
  AddOptions,
  Engine,
  LocalFile,
  SealedCopy,
  SealTerms,
  SpaceSnapshot,
} from '../../../src/swarm/engineApi.ts'
import { SwarmError } from '../../../src/swarm/problems.ts'
import type { ShareSnapshot } from '../../../src/swarm/snapshot.ts'
import { share } from './shares.ts'

type Call = readonly [method: keyof Engine, ...args: unknown[]]

/** An engine that holds hand-made shares and remembers what the page asked of it. */
export class RecordingEngine implements Engine {
  readonly calls: Call[] = []
  #shares: readonly ShareSnapshot[]
  readonly #subscribers = new Set<() => void>()

  constructor(shares: readonly ShareSnapshot[] = []) {
    this.#shares = shares
  }

  /** Shows other shares from now on. */
  show(shares: readonly ShareSnapshot[]): void {
    this.#shares = shares
    for (const changed of this.#subscribers) changed()
  }

  /** What was asked by one method, without its name. */
  asked(method: keyof Engine): readonly (readonly unknown[])[] {
    return this.calls.filter(([name]) => name === method).map(([, ...args]) => args)
  }

  shares(): readonly ShareSnapshot[] {
    return this.#shares
  }

  subscribe(changed: () => void): () => void {
    this.#subscribers.add(changed)
    return () => this.#subscribers.delete(changed)
  }

  wake(id: string, files: readonly LocalFile[] | null): Promise<void> {
    this.calls.push(['wake', id, files])
    return Promise.resolve()
  }

  space(): Promise<SpaceSnapshot | null> {
    return Promise.resolve({ used: 2_100_000_000, quota: 60_000_000_000, persisted: false, leftovers: 0 })
  }

  contact(id: string, hosts: readonly string[]): void {
    this.calls.push(['contact', id, hosts])
  }

  passOn(id: string, passesOn: boolean): void {
    this.calls.push(['passOn', id, passesOn])
  }

  addWebSeed(id: string, address: string): Promise<void> {
    this.calls.push(['addWebSeed', id, address])
    return Promise.resolve()
  }

  read(): null {
    return null
  }

  playing(...state: Parameters<Engine['playing']>): void {
    this.calls.push(['playing', ...state])
  }

  watchLive(): Promise<never> {
    return Promise.reject(new Error('Nothing is live here.'))
  }

  dialChanged(): void {
    this.calls.push(['dialChanged'])
  }

  passkeyChanged(): void {
    this.calls.push(['passkeyChanged'])
  }

  async deleteLeftovers(): Promise<void> {
    this.calls.push(['deleteLeftovers'])
  }

  addFiles(
    files: readonly LocalFile[],
    name: string,
    { leftOut = [], keepsCopy = false, sealed, terms }: AddOptions = {},
  ): string {
    this.calls.push(['addFiles', files, name, leftOut, keepsCopy, sealed, terms])
    this.show([
      share({ id: 'new', infoHash: null, state: 'hashing', name, progress: 0, situation: { kind: 'idle' } }),
      ...this.#shares,
    ])
    return 'new'
  }

  open(invitation: Invitation): string {
    this.calls.push(['open', invitation])
    const present = this.#shares.find(({ infoHash }) => infoHash === invitation.infoHash)
    if (present) return present.id
    const id = `opened ${invitation.infoHash}`
    this.show([
      share({
        id,
        infoHash: invitation.infoHash,
        state: 'fetching',
        mine: false,
        name: invitation.name ?? invitation.infoHash,
        files: [],
        pieces: null,
        progress: 0,
        situation: { kind: 'tracker-connecting' },
      }),
      ...this.#shares,
    ])
    return id
  }

  async openTorrentFile(bytes: Uint8Array): Promise<string> {
    this.calls.push(['openTorrentFile', bytes])
    if (bytes[0] !== 'd'.charCodeAt(0)) throw new Error('This is not a .torrent file, or it is damaged.')
    this.show([
      share({ id: 'opened', state: 'ready', mine: false, progress: 0, situation: { kind: 'alone' } }),
    ])
    return 'opened'
  }

  keepCopy(id: string): Promise<void> {
    this.calls.push(['keepCopy', id])
    return Promise.resolve()
  }

  rename(id: string, name: string): void {
    this.calls.push(['rename', id, name])
  }

  async download(id: string): Promise<void> {
    this.calls.push(['download', id])
  }

  want(id: string, wanted: ReadonlySet<number>): void {
    this.calls.push(['want', id, wanted])
  }

  limit(limits: PageLimits): void {
    this.calls.push(['limit', limits])
  }

  talked(): void {
    this.calls.push(['talked'])
  }

  limitShare(id: string, limits: ShareLimits): void {
    this.calls.push(['limitShare', id, limits])
    this.show(this.#shares.map((each) => (each.id === id ? { ...each, limits } : each)))
  }

  pause(id: string): void {
    this.calls.push(['pause', id])
  }

  resume(id: string): void {
    this.calls.push(['resume', id])
  }

  retry(id: string): void {
    this.calls.push(['retry', id])
  }

  unlock(id: string, password: string): Promise<void> {
    this.calls.push(['unlock', id, password])
    return password === 'wrong'
      ? Promise.reject(new SwarmError({ code: 'password-wrong' }))
      : Promise.resolve()
  }

  reseal(id: string, sealed: boolean, terms: SealTerms): string | null {
    this.calls.push(['reseal', id, sealed, terms])
    return id
  }

  async remove(id: string): Promise<void> {
    this.calls.push(['remove', id])
    this.show(this.#shares.filter((each) => each.id !== id))
  }

  torrentFile(): Uint8Array<ArrayBuffer> | null {
    return new TextEncoder().encode('d4:infode')
  }

  async fileStream(id: string, fileIndex: number): Promise<ReadableStream<Uint8Array>> {
    return (await this.fileBlob(id, fileIndex)).stream()
  }

  sealedFile(id: string): Promise<SealedCopy> {
    this.calls.push(['sealedFile', id])
    return Promise.resolve({ size: 6, stream: new Blob(['sealed']).stream() })
  }

  async fileBlob(id: string, fileIndex: number): Promise<Blob> {
    this.calls.push(['fileBlob', id, fileIndex])
    const path = this.#shares.find((each) => each.id === id)?.files[fileIndex]?.path
    return /\.jpg$/.test(path?.at(-1) ?? '') ? picture() : new Blob(['contents'])
  }
}

/** Evening over a lake, more or less. */
function picture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(1200, 800)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser has no 2D canvas.')
  const light = context.createLinearGradient(0, 0, 0, 800)
  for (const [at, colour] of [
    [0, '#1b3a5c'],
    [0.45, '#e9a66b'],
    [0.5, '#f6d7a3'],
    [0.52, '#31546b'],
    [1, '#0a1a26'],
  ] as const) {
    light.addColorStop(at, colour)
  }
  context.fillStyle = light
  context.fillRect(0, 0, 1200, 800)
  return canvas.convertToBlob()
}
