/**
 * Names and paths from the swarm are untrusted: a path may try to leave its folder, a name to disguise itself.
 */

const MAX_NAME_LENGTH = 255
const MAX_DEPTH = 64

// C0 and C1 controls, and the bidirectional and invisible formatting characters that make
// "photo-gpj.exe" look like "photo-exe.jpg".
// eslint-disable-next-line no-control-regex -- these are exactly what must go
const DISGUISES = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** A name for one file or folder: without separators, controls or disguises; never empty, `.` or `..`. */
export function safeName(name: string): string {
  const cleaned = name.replace(DISGUISES, '').replace(/[/\\]/g, '_').slice(0, MAX_NAME_LENGTH).trim()
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

/** Makes equal paths differ, as a file manager does: `a.txt`, `a (2).txt`. Case is ignored, as disks do. */
export function distinctPaths(paths: readonly (readonly string[])[]): string[][] {
  const taken = new Set<string>(paths.flatMap(foldersAbove))
  // The next number of a name: without it, 100,000 equal names would take a quarter of an hour.
  const next = new Map<string, number>()
  return paths.map((path) => {
    const folder = path.slice(0, -1)
    const name = path.at(-1) ?? '_'
    let candidate = [...folder, name]
    const key = keyOf(candidate)
    let n = next.get(key) ?? 2
    while (taken.has(keyOf(candidate))) candidate = [...folder, numbered(name, n++)]
    next.set(key, n)
    taken.add(keyOf(candidate))
    return candidate
  })
}

/** A file must not have the name of a folder either. */
function foldersAbove(path: readonly string[]): string[] {
  return path.slice(0, -1).map((_, index) => keyOf(path.slice(0, index + 1)))
}

function keyOf(path: readonly string[]): string {
  return path.join('/').toLowerCase()
}

function numbered(name: string, n: number): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? `${name.slice(0, dot)} (${n})${name.slice(dot)}` : `${name} (${n})`
}
