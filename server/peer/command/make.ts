import { writeFile } from 'node:fs/promises'
import { safeName } from '../../../src/core/safePath.ts'
import { shareNameOf } from '../../../src/core/shareName.ts'
import { formatPercent } from '../../../src/core/format.ts'
import { arrangeFiles, isSingle } from '../../../src/swarm/arrangeFiles.ts'
import { fetchConfig } from '../../../src/swarm/config.ts'
import { makeMetainfo, torrentFileOf } from '../../../src/torrent/metainfo.ts'
import { choosePieceLength } from '../../../src/torrent/pieces.ts'
import { hashPieces } from '../hashPieces.ts'
import { filesAt } from './filesAt.ts'
import type { Command } from './commandLine.ts'
import type { Screen } from './screen.ts'
import { CommandFailed } from './shareWatch.ts'
import { readSecret } from './siteApi.ts'

/** Writes a .torrent file (BEP 3), as the engine makes it of the same files: sharing them gives the same info hash. */
export async function make(
  command: Extract<Command, { kind: 'make' }>,
  { screen, signal }: { readonly screen: Screen; readonly signal: AbortSignal },
): Promise<void> {
  const { paths, webSeeds, site } = command
  const found = await filesAt(paths)
  const files = arrangeFiles(found)
  const size = files.reduce((sum, { file }) => sum + file.size, 0)
  const ofSite =
    command.trackers.length === 0 ? await fetchConfig(site, await readSecret(command.passkey)) : null
  const name = safeName(command.name ?? shareNameOf(found.map(({ path }) => path)))
  const pieceLength = choosePieceLength(size)
  const pieces = await hashPieces(
    files.map(({ file }) => file),
    {
      pieceLength,
      signal,
      progress: (done) => screen.progress(`${name}: ${formatPercent(size === 0 ? 1 : done / size)}`),
    },
  )
  screen.progress(null)
  const metainfo = await makeMetainfo({
    name,
    files: files.map(({ path, file }) => ({ path, length: file.size })),
    single: isSingle(files),
    pieceLength,
    pieces,
    private: command.private || ofSite?.trackerMode === 'private',
  })
  const trackers = ofSite ? [ofSite.tracker] : command.trackers
  const path = command.file ?? `${name}.torrent`
  await writeFile(path, torrentFileOf(metainfo, trackers, webSeeds), { flag: 'wx' }).catch(
    (cause: unknown) => {
      const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST'
      throw new CommandFailed(
        isThere ? `“${path}” is there already. Name another one with --out.` : `“${path}” cannot be written.`,
        { cause },
      )
    },
  )
  screen.event({ event: 'made', path, infoHash: metainfo.infoHash })
  screen.result(path)
}
