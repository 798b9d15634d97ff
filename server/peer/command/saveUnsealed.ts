import { mkdir, open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Engine } from '../../../src/swarm/engineApi.ts'
import type { FileSnapshot, ShareSnapshot } from '../../../src/swarm/snapshot.ts'
import { chunksOf } from './chunks.ts'
import { moveTo, PARTS } from './get.ts'
import { CommandFailed } from './shareWatch.ts'

/**
 * Writes the files that are wanted of a sealed share, opened, into `folder`; answers where they are. Nothing is there
 * before all of it is: until then it lies among the parts, and goes with them if it fails.
 */
export async function saveUnsealed(engine: Engine, share: ShareSnapshot, folder: string): Promise<string> {
  const parts = join(folder, PARTS, `${share.infoHash ?? share.id}.opened`)
  const opened = join(parts, share.name)
  // One file that was shared by itself is called as the share is.
  const isFile = share.files.length === 1 && share.files[0]?.path.length === 1
  try {
    // Of an earlier attempt that was cut off.
    await rm(parts, { recursive: true, force: true })
    await mkdir(isFile ? parts : opened, { recursive: true })
    for (const file of share.files.filter(({ wanted }) => wanted))
      await write(engine, share, file, isFile ? opened : join(opened, ...file.path))
    const target = join(folder, share.name)
    await moveTo(opened, target)
    return target
  } finally {
    await rm(parts, { recursive: true, force: true })
  }
}

async function write(engine: Engine, share: ShareSnapshot, file: FileSnapshot, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const reading = share.infoHash === null ? null : engine.read(share.infoHash, file.index)
  if (!reading) throw new CommandFailed('What was fetched cannot be read.')
  const handle = await open(path, 'wx')
  try {
    for await (const bytes of chunksOf(reading)) await handle.writeFile(bytes)
  } finally {
    reading.close()
    await handle.close()
  }
}
