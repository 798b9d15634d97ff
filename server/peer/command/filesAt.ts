import type { LocalFile } from '../../../src/swarm/engineApi.ts'
import { localFiles } from '../localFiles.ts'
import { CommandFailed } from './shareWatch.ts'

/** The files of all that was named. @throws {CommandFailed} */
export async function filesAt(paths: readonly string[]): Promise<readonly LocalFile[]> {
  const files: LocalFile[] = []
  for (const path of paths) {
    const found = await localFiles(path).catch((error: unknown) => {
      throw new CommandFailed(`“${path}” cannot be read.`, { cause: error })
    })
    if (found.length === 0) throw new CommandFailed(`There is no file in “${path}”.`)
    files.push(...found)
  }
  return files
}
