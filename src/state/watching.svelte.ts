import { filmsAmong, isTransportStream, playlistsAmong } from '../core/films.ts'
import { isChannel, mediaTypeOf } from '../core/mediaType.ts'
import { FileServer } from '../stream/fileServer.ts'
import { controlPage } from '../stream/registration.ts'
import { serviceWorkers } from '../stream/serviceWorkers.ts'
import { streamPath } from '../stream/streamPath.ts'
import type { Engine } from '../swarm/engineApi.ts'
import type { FileSnapshot, ShareSnapshot } from '../swarm/snapshot.ts'
import { captionsBeside, type Captions } from './captionsBeside.ts'
import type { PartsOptions, Sound } from './parts/filmInParts.ts'
import { faultOf, type Fault } from './faults.ts'
import { FilmInside } from './filmInside.ts'
import type { LazyEngine } from './lazyEngine.svelte.ts'
import { codeOf } from './lazyPart.svelte.ts'
import { objectUrl } from './objectUrl.ts'
import { onSite } from './onSite.ts'
import { Playback, type PlayedFile } from './playback.svelte.ts'
import { StateError } from './problems.ts'
import type { Film } from './remux/film.ts'
import type { Chapter } from './remux/filmText.ts'
import { ResumePoints } from './resumePoints.ts'

/** More sounds than that are no menu. */
const MOST_SOUNDS = 40

/** Codecs by the names that people know, each null where the browser knows it too. */
interface Codecs {
  readonly picture: string | null
  readonly sound: string | null
}

const NO_CODECS: Codecs = { picture: null, sound: null }

/** A film or a piece of music on the page. */
export interface Programme {
  readonly playback: Playback
  readonly kind: 'video' | 'audio'
  /** Where the media element gets it; null where {@link attach} feeds it. */
  readonly source: string | null
  /** Feeds the element; answers the way to stop. */
  readonly attach: ((media: HTMLMediaElement) => () => void) | null
  /** Seconds to begin at. */
  readonly from: number
  /** It stands at its beginning instead of playing at once. */
  readonly paused: boolean
}

/** Where a programme is to begin, when not where one left it. */
export interface Beginning {
  /** Seconds from the beginning. */
  readonly at: number
  readonly paused: boolean
}

interface WatchingDeps {
  readonly engine: LazyEngine
  readonly storage: Storage | null
  readonly lifetime: AbortSignal
  /** One of them on a page answers the worker that hands out what is played. */
  readonly answers?: boolean
}

/** What is played on the page: one thing at a time. */
export class Watching {
  programme: Programme | null = $state.raw(null)
  /** Captions of the programme that have arrived. */
  captions: readonly Captions[] = $state.raw([])
  /** How many more the programme brings along. */
  ownCaptions = $state(0)
  /** Why what was to be played cannot be. */
  problem: Fault | null = $state.raw(null)
  /** Height of the picture that is loaded, of a film in several qualities; 0 for any other. */
  quality = $state(0)
  /** The languages that it is spoken in, where one can choose among several. */
  sounds: readonly Sound[] = $state.raw([])
  /** Which of them is heard. */
  sound = $state(0)
  /** The parts that it has titles for. */
  chapters: readonly Chapter[] = $state.raw([])
  /** What the browser cannot decode of a programme, by the names of the codecs. */
  codecs: Codecs = $state.raw(NO_CODECS)
  /** Between the click and the player. */
  starting = $state(false)

  readonly #deps: WatchingDeps
  readonly #points: ResumePoints
  readonly #files: FileServer
  #turn = new AbortController()
  /** What the engine was told of that is played, or about to be. */
  #played: Pick<PlayedFile, 'shareId' | 'index'> | null = null
  #prepared = false
  #chooseSound: ((index: number) => void) | null = null
  /** Null for a film in many parts. */
  #inside: FilmInside | null = null

  constructor(deps: WatchingDeps) {
    this.#deps = deps
    this.#points = new ResumePoints(deps.storage)
    this.#files = new FileServer(() => deps.engine.current)
    // What another tab of the site plays is answered here as well, if this one has the engine.
    const workers = deps.answers === false ? null : serviceWorkers()
    if (workers) this.#files.listen(workers, deps.lifetime)
  }

  /** Plays something else at the same time, and remembers nothing of it. */
  another(): Watching {
    return new Watching({ ...this.#deps, storage: null, answers: false })
  }

  /** {@link ShareSnapshot.id} of what plays, or is about to. */
  get played(): string | null {
    return this.#played?.shareId ?? null
  }

  /** Something is shown that can be played: gets ready, so that the click on Play has no more to wait for. */
  prepare(): void {
    if (this.#prepared) return
    this.#prepared = true
    // Should it not work, the click on Play tells so.
    controlPage(this.#deps.lifetime).catch(() => undefined)
  }

  /** Where a media element reads a file of a share. Rejects where the page may have no worker. */
  async address({ infoHash }: Pick<ShareSnapshot, 'infoHash'>, index: number, name: string): Promise<string> {
    if (!infoHash) throw new StateError({ code: 'not-readable-now' })
    await controlPage(this.#deps.lifetime)
    return onSite(streamPath(infoHash, index, name))
  }

  /** Plays a file of a share, which is fetched from now on if it was not yet. */
  async play(share: ShareSnapshot, file: FileSnapshot, beginning?: Beginning): Promise<void> {
    const { infoHash } = share
    if (!infoHash) return
    this.stop()
    const { signal } = (this.#turn = new AbortController())
    this.starting = true
    try {
      const engine = await this.#deps.engine.get()
      signal.throwIfAborted()
      // Before anything is fetched: what is played is all that there is a hurry for.
      this.#played = { shareId: share.id, index: file.index }
      engine.playing(share.id, file.index, { ahead: 0, rate: 0 })
      if (share.state === 'ready') await engine.download(share.id)
      const name = file.path.at(-1) ?? share.name
      const inParts = mediaTypeOf(name)?.kind === 'playlist'
      const inside = (this.#inside = inParts ? null : new FilmInside(engine, share, file.index, signal))
      const from = isLive(file) ? 0 : (beginning?.at ?? this.#points.of(keyOf(share, file)))
      const { source, attach } = inParts
        ? { source: null, attach: await this.#parts(share, file) }
        : await this.#feed(share, file, from, signal)
      signal.throwIfAborted()
      this.programme = {
        playback: new Playback(share.id, file, async () => inside?.frameRate() ?? null),
        kind: mediaTypeOf(name)?.kind === 'audio' ? 'audio' : 'video',
        source,
        attach,
        from,
        paused: beginning?.paused ?? false,
      }
      void this.#addCaptions(engine, share, file, signal)
    } catch (error) {
      if (signal.aborted) return
      this.stop()
      this.problem = faultOf(error)
    } finally {
      if (!signal.aborted) this.starting = false
    }
  }

  /** Plays what is to be played first of a share, if anything is. */
  async playFirst(share: ShareSnapshot): Promise<void> {
    const [file] = playableFiles(share)
    if (file) await this.play(share, file)
  }

  stop(): void {
    const played = this.#played
    this.#played = null
    if (played) this.#deps.engine.current?.playing(played.shareId, played.index, null)
    this.#turn.abort(new Error('played-no-more'))
    this.programme = null
    this.captions = []
    this.ownCaptions = 0
    this.problem = null
    this.quality = 0
    this.sounds = []
    this.#chooseSound = null
    this.codecs = NO_CODECS
    this.chapters = []
    this.#inside = null
    this.starting = false
  }

  /**
   * The browser does not read the programme's file, or is to be heard with another sound: it is put into what the
   * browser does read, as it plays. False where that helps nothing.
   */
  async remux(sound: number | null = null): Promise<boolean> {
    const { programme } = this
    if (!programme || (programme.source === null && sound === null)) return false
    const { playback } = programme
    const from = playback.started ? playback.currentTime : programme.from
    try {
      const attach = await this.#remuxed(from, sound)
      const paused = playback.started ? playback.paused : programme.paused
      if (this.programme === programme) this.programme = { ...programme, source: null, attach, from, paused }
      return true
    } catch {
      return false
    }
  }

  /** Another language, from the next moment on that is not loaded yet. */
  listenTo(sound: number): void {
    this.#chooseSound?.(sound)
  }

  /** Called each second or so: notes where the programme is, and tells the engine what is due when. */
  keepUp(share: ShareSnapshot, ahead: number): void {
    const { playback } = this.programme ?? {}
    const file = share.files[playback?.file.index ?? -1]
    if (!playback || !file || playback.duration === 0 || isLive(file)) return
    this.#points.note(keyOf(share, file), playback.currentTime, playback.duration)
    this.#deps.engine.current?.playing(share.id, file.index, { ahead, rate: file.size / playback.duration })
  }

  /** A film in many parts (HLS, DASH), fed by a library that is loaded only then. */
  async #parts(share: ShareSnapshot, { index, path }: FileSnapshot): Promise<Programme['attach']> {
    const engine = await this.#deps.engine.get()
    const play = await playerOf(path.at(-1) ?? '')
    if (!('MediaSource' in globalThis || 'ManagedMediaSource' in globalThis))
      throw new StateError({ code: 'no-hls' })
    return (media) => play(media, { engine, share, index, ...this.#tellers() })
  }

  /** Who is told what a film in many parts, or one that is remuxed, comes to. */
  #tellers(): Omit<PartsOptions, 'engine' | 'share' | 'index'> {
    return {
      quality: (height) => (this.quality = height),
      sounds: (sounds, choose) => {
        this.sounds = sounds.length > 1 ? sounds.slice(0, MOST_SOUNDS) : []
        this.#chooseSound = choose
      },
      sound: (at) => (this.sound = at),
      captions: (count) => (this.ownCaptions = count),
      failed: () => (this.problem = { code: 'film-broken' }),
    }
  }

  /** The browser reads a file by itself, where it can and may; else it is fed. */
  async #feed(
    share: ShareSnapshot,
    file: FileSnapshot,
    from: number,
    signal: AbortSignal,
  ): Promise<Pick<Programme, 'source' | 'attach'>> {
    const isStream = isTransportStream(file.path.at(-1) ?? '', file.size)
    const fed = isStream ? await this.#remuxed(from, null).catch(() => null) : null
    if (fed) return { source: null, attach: fed }
    try {
      return {
        source: await this.#source(share, file, signal),
        attach: (media) => this.#lookInside(media),
      }
    } catch (error) {
      // A page that may have no worker reads what arrives by itself.
      const attach = await this.#remuxed(from, null).catch(() => null)
      if (!attach) throw error
      return { source: null, attach }
    }
  }

  /** What plays a file from within; rejects where the browser can decode nothing of it. */
  async #remuxed(from: number, sound: number | null): Promise<Programme['attach']> {
    const inside = this.#inside
    if (!inside) throw new StateError({ code: 'not-readable-now' })
    const { film, kit } = await inside.open()
    const chosen = sound ?? kit.soundToHear(film)
    this.#tellOfInside(film)
    if (!kit.playable(film, chosen)) throw new StateError({ code: 'film-broken' })
    return (media) => {
      const { failed } = this.#tellers()
      const remuxing = kit.playRemuxed(media, { film, size: inside.size, sound: chosen, from, failed })
      this.sound = chosen
      this.#chooseSound = (at) => {
        if (!film.sounds[at]?.feedable) return
        this.sound = at
        remuxing.listenTo(at)
      }
      const gone = new AbortController()
      this.#offerText(media, gone.signal)
      return () => {
        gone.abort()
        remuxing.stop()
      }
    }
  }

  /** A film without them is played all the same. */
  #offerText(media: HTMLMediaElement, gone: AbortSignal): void {
    const told = {
      captions: (count: number) => (this.ownCaptions = count),
      chapters: (chapters: readonly Chapter[]) => (this.chapters = chapters),
    }
    this.#inside?.offerText(media, told, gone).catch(() => undefined)
  }

  /** The browser plays a file by itself: what else is in it is looked for when it has begun. */
  #lookInside(media: HTMLMediaElement): () => void {
    const gone = new AbortController()
    const look = async () => {
      const { film } = (await this.#inside?.open()) ?? {}
      if (!film || gone.signal.aborted) return
      this.#tellOfInside(film)
      // Sound alone that the browser plays by itself is heard.
      if (!film.picture) this.codecs = NO_CODECS
      this.sound = 0
      this.#chooseSound = (at) => void this.remux(at)
    }
    media.addEventListener(
      'loadeddata',
      () => {
        // A file of another kind, or one that breaks off, is played as far as the browser plays it.
        look().catch(() => undefined)
        this.#offerText(media, gone.signal)
      },
      { signal: gone.signal, once: true },
    )
    return () => gone.abort()
  }

  #tellOfInside({ picture, sounds }: Film): void {
    this.sounds = sounds.filter(({ feedable }) => feedable).length > 1 ? sounds : []
    this.codecs = {
      picture: picture && !picture.feedable ? picture.codec : null,
      sound: sounds.length > 0 && sounds.every(isUnheard) ? (sounds[0]?.codec ?? null) : null,
    }
  }

  async #source(share: ShareSnapshot, file: FileSnapshot, signal: AbortSignal): Promise<string> {
    const { infoHash } = share
    if (!infoHash) throw new StateError({ code: 'not-readable-now' })
    try {
      await controlPage(signal)
      return onSite(streamPath(infoHash, file.index, file.path.at(-1) ?? share.name))
    } catch (error) {
      // Where the page may have no worker, what is here whole can be played all the same.
      if (signal.aborted || file.progress < 1) throw error
      const engine = await this.#deps.engine.get()
      return objectUrl(await engine.fileBlob(share.id, file.index), signal)
    }
  }

  async #addCaptions(
    engine: Engine,
    share: ShareSnapshot,
    film: FileSnapshot,
    signal: AbortSignal,
  ): Promise<void> {
    for await (const captions of captionsBeside(engine, share, film, signal))
      this.captions = [...this.captions, captions]
  }
}

/** The files of a share that can be played, in their order. */
export function playableFiles(share: ShareSnapshot): readonly FileSnapshot[] {
  if (share.infoHash === null || ['hashing', 'fetching', 'failed', 'asleep'].includes(share.state)) return []
  return filmsAmong(share.files)
}

function isLive({ path }: FileSnapshot): boolean {
  return isChannel(path.at(-1) ?? '')
}

async function playerOf(name: string) {
  if (isChannel(name)) return (await codeOf(() => import('./live/playLive.ts'))).playLive
  if (/\.mpd$/i.test(name)) return (await codeOf(() => import('./dash/playDash.ts'))).playDash
  return (await codeOf(() => import('./hls/playHls.ts'))).playHls
}

/** The playlist to begin with, of a share whose films are in many parts. */
export function ladderOf(files: readonly FileSnapshot[]): FileSnapshot | null {
  return playlistsAmong(files)[0] ?? null
}

/** What plain sound is coded as, browsers play without telling that they can. */
function isUnheard({ feedable, codec }: Film['sounds'][number]): boolean {
  return feedable === null && !/^(pcm|ulaw|alaw)/i.test(codec)
}

function keyOf(share: ShareSnapshot, file: FileSnapshot): string {
  return `${share.infoHash ?? share.id}/${file.index}`
}
