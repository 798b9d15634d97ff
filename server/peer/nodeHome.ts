import { mkdir } from 'node:fs/promises'
import { availableParallelism, totalmem } from 'node:os'
import type { Library } from '../../src/storage/library.ts'
import type { JoinClassic } from '../../src/swarm/classic.ts'
import type { Home } from '../../src/swarm/home.ts'
import { readTorrent } from '../../src/swarm/torrentReading.ts'
import { FolderDisk } from './folderDisk.ts'
import { hashPieces } from './hashPieces.ts'
import { openKept } from './localFiles.ts'
import { connect } from './peerConnection.ts'
import { sha1 } from './sha1.ts'

/**
 * A process of Node as the engine's home.
 *
 * @param folder where what is fetched lies
 * @param library null keeps nothing of it in mind
 * @param classic null for pages alone
 */
export async function openNodeHome(
  folder: string,
  library: Library | null,
  classic: JoinClassic | null,
): Promise<Home> {
  await mkdir(folder, { recursive: true })
  const disk = new FolderDisk(folder)
  return {
    connect,
    classic,
    disk,
    room: disk.room,
    machine: () => ({ cores: availableParallelism(), memory: totalmem() / 2 ** 30, line: null }),
    library,
    openKept,
    hashPieces,
    sha1,
    readTorrent,
  }
}
