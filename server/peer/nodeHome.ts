import { mkdir } from 'node:fs/promises'
import type { Home } from '../../src/swarm/home.ts'
import { readTorrent } from '../../src/swarm/torrentReading.ts'
import { FolderDisk } from './folderDisk.ts'
import { hashPieces } from './hashPieces.ts'
import { openKept } from './localFiles.ts'
import { connect } from './peerConnection.ts'

/** A process of Node as the engine's home: what is fetched lies in a folder; there is no library yet. */
export async function openNodeHome(folder: string): Promise<Home> {
  await mkdir(folder, { recursive: true })
  const disk = new FolderDisk(folder)
  return {
    connect,
    disk,
    room: disk.room,
    library: null,
    openKept,
    hashPieces,
    readTorrent,
  }
}
