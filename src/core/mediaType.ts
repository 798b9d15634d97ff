/** What a page can do with a file, as far as its name tells. */
export type MediaKind = 'video' | 'audio' | 'image' | 'captions' | 'text' | 'pdf' | 'playlist' | 'segment'

export interface MediaType {
  readonly kind: MediaKind
  /** A type that no browser runs as script or shows as a document of the site. */
  readonly type: string
}

const CHANNEL = 'live'

/**
 * The types that are answered as what they are. Nothing that can hold script is among them (HTML, SVG, XML): those
 * are bytes to be downloaded, whatever they are called.
 */
const TYPES: readonly (readonly [MediaKind, type: string, ...extensions: string[]])[] = [
  ['video', 'video/mp4', 'mp4', 'm4v'],
  ['video', 'video/webm', 'webm'],
  ['video', 'video/ogg', 'ogv'],
  ['video', 'video/quicktime', 'mov'],
  ['video', 'video/x-matroska', 'mkv'],
  ['video', 'video/mp2t', 'm2ts'],
  ['video', 'video/x-msvideo', 'avi'],
  ['video', 'video/x-ms-wmv', 'wmv'],
  ['video', 'video/mpeg', 'mpg', 'mpeg'],
  ['audio', 'audio/mpeg', 'mp3'],
  ['audio', 'audio/mp4', 'm4a', 'm4b'],
  ['audio', 'audio/aac', 'aac'],
  ['audio', 'audio/ogg', 'ogg', 'oga', 'opus'],
  ['audio', 'audio/flac', 'flac'],
  ['audio', 'audio/wav', 'wav'],
  ['audio', 'audio/webm', 'weba'],
  ['image', 'image/avif', 'avif'],
  ['image', 'image/bmp', 'bmp'],
  ['image', 'image/gif', 'gif'],
  ['image', 'image/jpeg', 'jpg', 'jpeg'],
  ['image', 'image/png', 'png'],
  ['image', 'image/webp', 'webp'],
  ['captions', 'text/vtt', 'vtt'],
  ['captions', 'text/plain; charset=utf-8', 'srt', 'ass', 'ssa', 'sub'],
  ['playlist', 'application/vnd.apple.mpegurl', 'm3u8'],
  // It is XML, and none to whoever opens its address.
  ['playlist', 'text/plain; charset=utf-8', 'mpd'],
  // A channel that is live, by the key of whoever publishes it.
  ['playlist', 'text/plain; charset=utf-8', CHANNEL],
  // Of a film in many parts; none of them plays alone.
  ['segment', 'video/mp4', 'm4s', 'cmfv'],
  ['segment', 'audio/mp4', 'cmfa'],
  ['pdf', 'application/pdf', 'pdf'],
]

/** Shown as text, and never as more than that. */
const TEXTS =
  'asc bat bib c cc cfg conf cpp cs css csv diff go h hpp htm html ini java js json jsx kt log lua md mjs nfo patch php pl py r rb rs rst sh sql svelte svg swift tex toml ts tsv tsx txt vue xml yaml yml zig'

const PLAIN = 'text/plain; charset=utf-8'

const BY_EXTENSION: ReadonlyMap<string, MediaType> = new Map([
  ...TEXTS.split(' ').map((extension) => [extension, { kind: 'text', type: PLAIN }] as const),
  ...TYPES.flatMap(([kind, type, ...extensions]) =>
    extensions.map((extension) => [extension, { kind, type }] as const),
  ),
])

/** By the ending of a file's name; null for what is to be downloaded and nothing else. */
export function mediaTypeOf(name: string): MediaType | null {
  const dot = name.lastIndexOf('.')
  return dot < 0 ? null : (BY_EXTENSION.get(name.slice(dot + 1).toLowerCase()) ?? null)
}

/** Whether it names a live channel, see `liveList.ts`. */
export function isChannel(name: string): boolean {
  return name.toLowerCase().endsWith(`.${CHANNEL}`)
}

/** Whether a player may be able to play it. */
export function isPlayable(name: string): boolean {
  const kind = mediaTypeOf(name)?.kind
  return kind === 'video' || kind === 'audio'
}

/** Whether a file may be played: not what is looked at or read, nor an archive. Of others their name does not tell. */
export function mayHaveTime(name: string): boolean {
  const kind = mediaTypeOf(name)?.kind
  if (kind !== undefined) return kind === 'video' || kind === 'audio' || kind === 'playlist'
  return !/\.(zip|7z|rar|gz|bz2|xz|zst|tar|iso|docx?|xlsx?|pptx?|od[tsp]|svg|html?)$/i.test(name)
}
