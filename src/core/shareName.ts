import { cutText } from './cutText.ts'

// eslint-disable-next-line no-restricted-syntax -- a name, which goes with the files
const FALLBACK = 'Shared files'
/** Bytes of UTF-8. */
const LONGEST = 80

/** What the files are called together when every one is of the same kind. */
const KINDS: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['pictures', new Set(['avif', 'gif', 'heic', 'jpeg', 'jpg', 'png', 'svg', 'tif', 'tiff', 'webp'])],
  ['videos', new Set(['avi', 'm4v', 'mkv', 'mov', 'mp4', 'mpg', 'ogv', 'webm'])],
  ['recordings', new Set(['aac', 'flac', 'm4a', 'mp3', 'oga', 'ogg', 'opus', 'wav'])],
  ['documents', new Set(['doc', 'docx', 'epub', 'md', 'odt', 'pdf', 'rtf', 'tex', 'txt'])],
]

/**
 * A sensible name for what was dropped or chosen together: the folder's, the only file's, what they all are
 * (`12 pictures`), or the first one's with how many more (`report and 3 more`).
 *
 * @param paths the path of each file below what was dropped, the file's own name last
 */
export function shareNameOf(paths: readonly (readonly string[])[]): string {
  const first = paths[0]
  const firstName = first?.at(-1)
  if (!first || firstName === undefined) return FALLBACK
  if (paths.length === 1 && first.length === 1) return firstName
  const folder = first.length > 1 ? first[0] : undefined
  if (folder !== undefined && paths.every((path) => path.length > 1 && path[0] === folder)) return folder
  const tops = [...new Set(paths.map((path) => (path.length > 1 ? `${path[0] ?? ''}/` : path[0])))]
  const kind = KINDS.find(([, extensions]) =>
    paths.every((path) => extensions.has(extensionOf(path.at(-1) ?? ''))),
  )
  if (kind) return `${paths.length} ${kind[0]}`
  const top = folder ?? stemOf(firstName)
  // eslint-disable-next-line no-restricted-syntax -- a name, which goes with the files
  return `${cutText(top, LONGEST)} and ${tops.length - 1} more`
}

/** A name for a text that somebody pasted: its first words. */
export function textNameOf(text: string): string {
  const line =
    text
      .slice(0, 4096)
      .split('\n')
      .map((each) => each.trim())
      .find((each) => each !== '') ?? ''
  // What no disk takes in a name, and what would make it another one.
  const words = line
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return `${cutText(words, 40).trim() || 'Note'}.txt`
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : ''
}

function stemOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}
