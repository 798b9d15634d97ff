import { spawnSync } from 'node:child_process'
import { install, mayInstall } from './debian.ts'

/** Makes sure that there is an encoder for the films of the tests: installs it where that is ours to do. */
export function ensureFfmpeg(): void {
  if (spawnSync('ffmpeg', ['-version']).status === 0) return
  if (!mayInstall()) {
    throw new Error(
      'The end-to-end tests encode films with ffmpeg. On Debian: sudo apt-get install ffmpeg. Elsewhere install it as usual.',
    )
  }
  install(['ffmpeg'])
}
