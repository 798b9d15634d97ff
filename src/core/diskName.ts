import { splitEnding } from './cutText.ts'

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const REFUSED_CHARACTERS = /[\u0000-\u001f\u007f<>:"/\\|?*]/g

/** Names of devices on Windows, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)/i

/** Windows knows a file by a short name too, which another file may have by its own: `PROGRA~1`. */
const SHORT_NAME = /~(?=\d)/g

/** Files that lead elsewhere when they are opened: Chromium writes none, wherever it runs. */
const SHORTCUT = /\.(?:lnk|url|scf|desktop|local|library-ms|search-ms)$/i

/**
 * A name as disks and browsers take it, on whatever system: reserved characters become `_`, dots and spaces at the end
 * go, and what would be a device, a short name or a shortcut becomes none.
 */
export function diskName(name: string): string {
  const plain = name
    .replace(REFUSED_CHARACTERS, '_')
    .replace(SHORT_NAME, '_')
    .replace(/[. ]+$/, '')
  if (plain === '') return '_'
  const named = DEVICE.test(plain) ? plain.replace(DEVICE, '$&_') : plain
  return SHORTCUT.test(named) ? `${named}_` : named
}

/** What is left when a browser refuses a name for a reason of its own: letters, digits and the ending. */
export function plainestName(name: string): string {
  const { stem, ending } = splitEnding(name)
  const letters = (text: string) => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')
  return diskName(`${letters(stem)}${ending === '' ? '' : `.${letters(ending.slice(1))}`}`)
}

/** Equal for names that are one file on some disk: those of Windows and macOS mind neither case nor composition. */
export function diskKey(name: string): string {
  return diskName(name).normalize('NFC').toLowerCase()
}
