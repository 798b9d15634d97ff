import { open, type FileHandle } from 'node:fs/promises'
import type { Milliseconds } from '../../src/core/brand.ts'

/** A file is open no longer than this: what has been moved away or replaced since is noticed by then. */
const LIFE: Milliseconds = 2_000
/** Of one share. */
const MOST_OPEN = 8

interface Opened {
  readonly handle: Promise<FileHandle>
  users: number
  /** No further use of it begins. */
  isOver: boolean
}

/** Files that stay open for a moment: to open and close one for each piece costs as much as to read it. */
export class OpenFiles {
  /** By how and which; a Map keeps the order of opening. */
  readonly #opened = new Map<string, Opened>()

  async use(path: string, flags: 'r' | 'r+', act: (file: FileHandle) => Promise<void>): Promise<void> {
    const opened = this.#open(path, flags)
    opened.users += 1
    try {
      await act(await opened.handle)
    } finally {
      opened.users -= 1
      if (opened.isOver) await closeUnused(opened)
    }
  }

  /** Closes all that nobody uses; the rest is closed after that. */
  async close(): Promise<void> {
    await Promise.all([...this.#opened].map(([key, opened]) => this.#retire(key, opened)))
  }

  #open(path: string, flags: 'r' | 'r+'): Opened {
    const key = `${flags} ${path}`
    const present = this.#opened.get(key)
    if (present) return present
    const [oldest] = this.#opened
    if (oldest && this.#opened.size >= MOST_OPEN) void this.#retire(...oldest)
    const opened: Opened = { handle: open(path, flags), users: 0, isOver: false }
    this.#opened.set(key, opened)
    const timer = setTimeout(() => void this.#retire(key, opened), LIFE)
    timer.unref()
    opened.handle.catch(() => {
      clearTimeout(timer)
      this.#opened.delete(key)
    })
    return opened
  }

  async #retire(key: string, opened: Opened): Promise<void> {
    if (this.#opened.get(key) === opened) this.#opened.delete(key)
    opened.isOver = true
    await closeUnused(opened)
  }
}

async function closeUnused({ users, handle }: Opened): Promise<void> {
  if (users > 0) return
  // What was written is on its way to the disk by other means, and one that could not be opened is not open.
  await handle.then((file) => file.close()).catch(() => undefined)
}
