import { join } from 'node:path'
import type { Plugin } from 'vite'

const WIRE = '/node_modules/bittorrent-protocol/'

/** Instead of the package `bencode`: the page's own reader of torrents is there anyway. */
const BENCODE = join(import.meta.dirname, '../src/torrent/bencodeValues.ts')

/**
 * Makes bittorrent-protocol lighter for the page. Its log puts a text together for each message, and nobody can read it
 * there. Each entry is a statement on a line of its own; one that is not stays, and does nothing.
 */
export function wireInPage(): Plugin {
  return {
    name: 'wire-in-page',
    enforce: 'pre',
    resolveId(id, importer) {
      return id === 'bencode' && importer?.includes(WIRE) ? BENCODE : null
    },
    transform(code, id) {
      if (!id.includes(WIRE)) return null
      return { code: code.replaceAll(/^ *this\._debug\(.*\)$/gm, ';'), map: null }
    },
  }
}
