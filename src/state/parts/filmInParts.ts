import { preferredCaptions } from '../../core/captions.ts'
import type { Engine } from '../../swarm/engineApi.ts'
import type { FileReading } from '../../swarm/fileReading.ts'
import type { ShareSnapshot } from '../../swarm/snapshot.ts'

/** Seconds that are read ahead: peers give the rest sooner or later. */
export const AHEAD = 30

/** What a film in many parts is played from, and who is told of it. */
export interface PartsOptions {
  readonly engine: Engine
  readonly share: ShareSnapshot
  /** Of the playlist, among the share's files. */
  readonly index: number
  /** The height of the picture that is loaded now, in its pixels. */
  readonly quality: (height: number) => void
  /** The languages that it is spoken in, where there are several, and the way to choose one. */
  readonly sounds: (sounds: readonly Sound[], choose: (index: number) => void) => void
  /** Which of them is heard. */
  readonly sound: (index: number) => void
  /** How many captions it brings along. */
  readonly captions: (count: number) => void
  readonly failed: () => void
}

/** One of several sounds of a film. */
export interface Sound {
  readonly name: string
  /** BCP 47; empty where it is not told. */
  readonly language: string
}

/** When a part is to be shown, in seconds of the film. */
export interface Due {
  readonly start: number
  readonly duration: number
}

/**
 * Opens the parts of a film by their paths in the share; null where there is none. A segment is due when it is to be
 * shown: only then does an origin have to give it.
 */
export function partOpener(
  media: HTMLMediaElement,
  { engine, share }: PartsOptions,
): (path: readonly string[], due: Due | null) => FileReading | null {
  const byPath = new Map(share.files.map((file) => [file.path.join('/'), file]))
  return (path, due) => {
    const file = byPath.get(path.join('/'))
    if (!file || !share.infoHash) return null
    if (due) {
      const ahead = Math.max(0, due.start - media.currentTime)
      engine.playing(share.id, file.index, { ahead, rate: file.size / due.duration })
    }
    return engine.read(share.infoHash, file.index)
  }
}

/** Which of several sounds a person hears first, by the languages that the browser prefers; -1 for the film's own choice. */
export function preferredSound(sounds: readonly Sound[]): number {
  return preferredCaptions(
    sounds.map(({ language }) => language),
    navigator.languages,
  )
}
