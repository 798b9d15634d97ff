import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { fromBufferPromise, openPromise, type ZipFile } from 'yauzl'
import type { Contents } from './files.ts'

/** What another program finds in a ZIP: name (with its folders) → SHA-1. Rejects a wrong size or CRC-32. */
export async function zipContents(zip: Buffer | string): Promise<Contents> {
  const options = { lazyEntries: true } as const
  const file = await (typeof zip === 'string' ? openPromise(zip, options) : fromBufferPromise(zip, options))
  return readAll(file)
}

async function readAll(file: ZipFile): Promise<Contents> {
  const contents: Record<string, string> = {}
  for await (const entry of file.eachEntry()) {
    const hash = createHash('sha1')
    let crc = 0
    for await (const chunk of await file.openReadStreamPromise(entry)) {
      hash.update(chunk as Buffer)
      crc = crc32(chunk as Buffer, crc)
    }
    if (crc !== entry.crc32) throw new Error(`The CRC-32 of ${entry.fileName} is wrong.`)
    contents[entry.fileName] = hash.digest('hex')
  }
  return contents
}
