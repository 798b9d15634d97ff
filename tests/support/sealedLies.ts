import { createHash } from 'node:crypto'
import { base64urlOf } from '../../src/core/base64url.ts'
import { SEALED_NAME } from '../../src/core/sealSecret.ts'
import { makeMetainfo, torrentFileOf } from '../../src/torrent/metainfo.ts'
import { sealAll } from '../seal/nodeSeal.ts'

/* Sealed shares as somebody makes them who means ill: all their hashes are right, and what they hold is not. */

const RECORD = 65_536
const CONTENT = 65_520
const SECRET = Uint8Array.from({ length: 32 }, (_, at) => at)

/** What opens all of them. */
export const KEY = base64urlOf(SECRET)

const LENGTH = 300_000
/** More than is opened in memory to be saved. */
const LARGE = 9_000_000
const FILE = Buffer.from(Uint8Array.from({ length: LENGTH }, (_, at) => at % 251))

/** With what a manifest says of its one file. */
function told(file: object, name = 'letter.bin', secret = SECRET): Buffer {
  return sealAll(secret, { version: 1, name, files: [{ path: [name], length: LENGTH, ...file }] }, [FILE])
}

function changed(record: number): Buffer {
  const bytes = told({})
  bytes.writeUInt8(bytes.readUInt8(record * RECORD + 100) ^ 1, record * RECORD + 100)
  return bytes
}

function swapped(): Buffer {
  const bytes = told({})
  const second = Buffer.from(bytes.subarray(2 * RECORD, 3 * RECORD))
  bytes.copyWithin(2 * RECORD, 3 * RECORD, 4 * RECORD)
  second.copy(bytes, 3 * RECORD)
  return bytes
}

/** With a record of the same place, of another share of the same sender. */
function mixed(): Buffer {
  const bytes = told({})
  told({}, 'letter.bin', new Uint8Array(32)).copy(bytes, 2 * RECORD, 2 * RECORD, 3 * RECORD)
  return bytes
}

/** The manifest says of the file what is left of it: all that is wrong is that its last record is not marked so. */
function cut(): Buffer {
  return told({ length: 4 * CONTENT }).subarray(0, -RECORD)
}

/** Those of which nothing is shown. */
export const SHUT = {
  'a name that leads out of its folder': {
    bytes: told({ path: ['..', 'letter.bin'] }),
    as: 'manifest-impossible',
  },
  'a file longer than the share': { bytes: told({ length: LENGTH * 10 }), as: 'manifest-impossible' },
  'a length below nothing': { bytes: told({ length: -1 }), as: 'manifest-impossible' },
  'an end that is cut': { bytes: told({}).subarray(0, -RECORD), as: 'manifest-impossible' },
  'a manifest with a changed byte': { bytes: changed(0), as: 'seal-damaged' },
} as const

/** Those that show their file, and give out nothing of it. */
export const SPOILT = {
  'a changed byte': changed(3),
  'swapped records': swapped(),
  'a record of another share': mixed(),
  'an end that is cut, as the manifest says': cut(),
} as const

/** What is saved as it is opened, and found damaged when most of it is on the disk. */
export function spoiltLate(): Buffer {
  const file = Buffer.alloc(LARGE, 'sea')
  const bytes = sealAll(
    SECRET,
    { version: 1, name: 'film.bin', files: [{ path: ['film.bin'], length: LARGE }] },
    [file],
  )
  const at = Math.floor(LARGE / CONTENT) * RECORD
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  return bytes
}

/** A name that would be part of the page, were it not shown as the text that it is. */
export const HTML_NAME = '<img src=x onerror="document.title=1">.bin'

/** What is called so; its file is right. */
export const NAMED_HTML = told({}, HTML_NAME)

/** Its SHA-1. */
export const FILE_SHA1 = createHash('sha1').update(FILE).digest('hex')

/** A .torrent file of what is sealed, which lies at `address`. */
export async function torrentOf(
  bytes: Buffer,
  tracker: string,
  address: string,
): Promise<{ readonly file: Uint8Array; readonly infoHash: string }> {
  const count = bytes.length / RECORD
  const pieces = new Uint8Array(count * 20)
  for (let piece = 0; piece < count; piece++) {
    const digest = createHash('sha1').update(bytes.subarray(piece * RECORD, (piece + 1) * RECORD))
    pieces.set(digest.digest(), piece * 20)
  }
  const metainfo = await makeMetainfo({
    name: SEALED_NAME,
    files: [{ path: [SEALED_NAME], length: bytes.length }],
    single: true,
    pieceLength: RECORD,
    pieces,
    private: false,
  })
  return { file: torrentFileOf(metainfo, [tracker], [address]), infoHash: metainfo.infoHash }
}
