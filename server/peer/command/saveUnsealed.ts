import { mkdir, open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Bytes } from '../../../src/core/brand.ts'
import type { Engine } from '../../../src/swarm/engineApi.ts'
import type { FileSnapshot, ShareSnapshot } from '../../../src/swarm/snapshot.ts'
import { CommandFailed } from './shareWatch.ts'

/** Bytes read at once. */
const CHUNK: Bytes = 1024 * 1024

/** Writes the files that are wanted of a sealed share, opened, into `folder`; answers where they are. */
export async function saveUnsealed(engine: Engine, share: ShareSnapshot, folder: string): Promise<string> {
  const target = join(folder, share.name)
  // One file that was shared by itself is called as the share is.
  const isFile = share.files.length === 1 && share.files[0]?.path.length === 1
  try {
    for (const file of share.files.filter(({ wanted }) => wanted))
      await write(engine, share, file, isFile ? target : join(target, ...file.path))
  } catch (error) {
    // What is there in part would be taken for the whole.
    await rm(target, { recursive: true, force: true })
    throw error
  }
  return target
}

async function write(engine: Engine, share: ShareSnapshot, file: FileSnapshot, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const reading = share.infoHash === null ? null : engine.read(share.infoHash, file.index)
  if (!reading) throw new CommandFailed('What was fetched cannot be read.')
  const handle = await open(path, 'wx')
  try {
    for (let at = 0; at < reading.size;) {
      const bytes = await reading.read(at, Math.min(at + CHUNK, reading.size))
      await handle.writeFile(bytes)
      at += bytes.length
    }
  } finally {
    reading.close()
    await handle.close()
  }
}
