import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { browserPath, CHROMIUM } from './browsers.ts'

/** Whether programs may be given mounts of their own here: Linux, as root or with user namespaces. */
export const CAN_MOUNT = spawnSync('unshare', [...asRoot(), '--mount', 'true']).status === 0

function asRoot(): string[] {
  return process.getuid?.() === 0 ? [] : ['--map-root-user']
}

/**
 * A program that starts Chromium with a disk of `megabytes` in place of `profile`, which nobody else sees, and
 * which is gone with it.
 *
 * @param script where to put the program
 */
export async function chromiumWithDisk(script: string, profile: string, megabytes: number): Promise<string> {
  const mount = `mount -t tmpfs -o size=${megabytes}m none '${profile}' && exec '${browserPath(CHROMIUM)}' "$@"`
  const lines = ['#!/bin/sh', `exec unshare ${[...asRoot(), '--mount'].join(' ')} "$0.mounted" "$@"`, '']
  await writeFile(script, lines.join('\n'))
  await writeFile(`${script}.mounted`, ['#!/bin/sh', mount, ''].join('\n'))
  await chmod(script, 0o700)
  await chmod(`${script}.mounted`, 0o700)
  return script
}

/** The disk of such a browser, seen through the process that has it. */
export class SmallDisk {
  readonly #profile: string

  constructor(pid: number, profile: string) {
    this.#profile = join(`/proc/${pid}/root`, profile)
  }

  get #ballast(): string {
    return join(this.#profile, 'ballast')
  }

  /** Leaves no byte free. */
  fill(): void {
    // dd ends with an error when the disk is full, as it should be.
    spawnSync('dd', ['if=/dev/zero', `of=${this.#ballast}`, 'bs=64k'])
  }

  async free(): Promise<void> {
    await rm(this.#ballast)
  }

  /**
   * Whether the browser has cleared what the first site kept. It sometimes does when the disk is full, even of
   * what it promised to keep: then the site's next files are in another folder.
   */
  get wasCleared(): boolean {
    return !existsSync(join(this.#profile, 'Default', 'File System', '000'))
  }
}
