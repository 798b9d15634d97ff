import { cutName, cutText, LONGEST_NAME, splitEnding, utf8Length } from './cutText.ts'
import { diskKey } from './diskName.ts'
import { isPrintableAscii } from './printableAscii.ts'

/**
 * Names and paths from the swarm are untrusted: a path may try to leave its folder, a name to disguise itself.
 */

/** Folders above a file, and the file itself. */
export const MAX_DEPTH = 64

// C0 and C1 controls, and the bidirectional and invisible formatting characters that make
// "photo-gpj.exe" look like "photo-exe.jpg".
// eslint-disable-next-line no-control-regex -- these are exactly what must go
const DISGUISES = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** Joiners (ZWNJ, ZWJ) beyond the first of a row shape nothing. */
const MORE_JOINERS = /(?<=[\u200c\u200d])[\u200c\u200d]+/g

/** Scripts whose letters stand by themselves, and the marks that go with any script. */
const UNJOINED = String.raw`[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Zinh}]`

/**
 * Joiners that shape nothing, and so only make two names look like one: they shape emoji, and letters of scripts that
 * are joined (RFC 5892, appendix A), of which a mark may be the last.
 */
const STRAY_JOINERS = new RegExp(
  String.raw`(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|(?!${UNJOINED})[\p{L}\p{M}])[\u200c\u200d]` +
    String.raw`|(?<!(?!\p{sc=Zinh})\p{M})[\u200c\u200d](?=[\0-\x7f]|$)`,
  'gu',
)

/**
 * A name for one file or folder: without separators, controls or disguises, and no longer than disks allow; never
 * empty, `.` or `..`.
 */
export function safeName(name: string): string {
  // Nothing in ASCII disguises or joins anything.
  const seen = isPrintableAscii(name)
    ? name
    : name.replace(DISGUISES, '').replace(MORE_JOINERS, '').replace(STRAY_JOINERS, '')
  const cleaned = cutName(seen.replace(/[/\\]/g, '_').trim()).trim()
  return cleaned === '' || cleaned === '.' || cleaned === '..' ? '_' : cleaned
}

/** A path below a folder, part by part; `fallback` names the file when nothing is left. */
export function safePath(parts: readonly string[], fallback = '_'): string[] {
  const cleaned = parts
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .slice(-MAX_DEPTH)
    .map(safeName)
  return cleaned.length > 0 ? cleaned : [safeName(fallback)]
}

/**
 * Makes paths differ that are one file on some disk ({@link diskKey}), as a file manager does: `a.txt`, `A (2).txt`.
 * A file never gets the name of a folder. The work is linear in the length of all paths: they may be a stranger's, and deep.
 */
export function distinctPaths(paths: readonly (readonly string[])[]): string[][] {
  const tree = new Tree()
  const folders = paths.map((path) => tree.folder(path))
  // The next number of a name: without it, 100,000 equal names would take a quarter of an hour.
  const next = new Map<string, number>()
  return paths.map((path, index) => {
    const folder = folders[index] ?? 0
    const name = path.at(-1) ?? '_'
    const first = keyOf(folder, name)
    let n = next.get(first) ?? 2
    let candidate = name
    while (!tree.addFile(folder, candidate)) candidate = numbered(name, n++)
    next.set(first, n)
    return [...path.slice(0, -1), candidate]
  })
}

/** Folders by number, so that a path is known by its parent and its name: no prefix is ever written out. */
class Tree {
  readonly #taken = new Map<string, number>()
  #folders = 0

  /** The folder that a path's file lies in; 0 is the top. */
  folder(path: readonly string[]): number {
    let folder = 0
    for (const part of path.slice(0, -1)) {
      const key = keyOf(folder, part)
      folder = this.#taken.get(key) ?? ++this.#folders
      this.#taken.set(key, folder)
    }
    return folder
  }

  /** False when the name is taken. All folders are to be there before the first file. */
  addFile(folder: number, name: string): boolean {
    const key = keyOf(folder, name)
    if (this.#taken.has(key)) return false
    this.#taken.set(key, FILE)
    return true
  }
}

const FILE = -1

function keyOf(folder: number, name: string): string {
  return `${folder}/${diskKey(name)}`
}

function numbered(name: string, n: number): string {
  const { stem, ending } = splitEnding(name)
  const rest = ` (${n})${ending}`
  return `${cutText(stem, LONGEST_NAME - utf8Length(rest))}${rest}`
}
