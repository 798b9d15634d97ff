/// Keeps shares in the origin private file system: one preallocated file a share, read and written through a
/// synchronous access handle, which only a worker may hold. One worker serves every share, so the calls of
/// one share are in order and never overlap.
import { DATA_FILE, SHARES_FOLDER, type OpfsCall, type OpfsReply } from './protocol.ts'
import type { Milliseconds } from '../../core/brand.ts'
import type { StoreProblem } from '../../storage/problems.ts'

/**
 * Chromium keeps what a private window's sites write in memory, and drops it after ten minutes in which nobody has looked
 * for a file; what is read and written by handles does not count.
 */
const LOOK_EVERY: Milliseconds = 4 * 60_000

const open = new Map<string, FileSystemSyncAccessHandle>()

let queue: Promise<void> = Promise.resolve()

self.onmessage = (event: MessageEvent<OpfsCall>) => {
  const call = event.data
  // Opening is asynchronous: without the queue, a write could overtake the open it depends on.
  queue = queue.then(() => answer(call))
}

async function answer(call: OpfsCall): Promise<void> {
  let reply: OpfsReply
  try {
    const bytes = await perform(call)
    reply = { call: call.call, ok: true, ...(bytes ? { bytes } : {}) }
  } catch (error) {
    reply = { call: call.call, ok: false, code: codeOf(error), message: messageOf(error) }
  }
  self.postMessage(reply, reply.ok && reply.bytes ? [reply.bytes.buffer] : [])
}

async function perform(call: OpfsCall): Promise<Uint8Array<ArrayBuffer> | undefined> {
  switch (call.op) {
    case 'open':
      return openShare(call.share, call.size)
    case 'read': {
      const bytes = new Uint8Array(call.length)
      const count = handleOf(call.share).read(bytes, { at: call.offset })
      if (count !== call.length) throw new Error(`store-ended ${count}/${call.length}`)
      return bytes
    }
    case 'write': {
      const count = handleOf(call.share).write(call.bytes, { at: call.offset })
      // A negative count, without its sign: the file itself is gone.
      if (count > call.bytes.length) throw new Error(`store-lost ${count}`)
      if (count !== call.bytes.length) throw new DOMException('disk-full', 'QuotaExceededError')
      return call.bytes
    }
    case 'flush':
      handleOf(call.share).flush()
      return undefined
    case 'close':
      closeShare(call.share)
      return undefined
    case 'delete':
      // What is deleted need not reach the disk first, so a full one is no obstacle.
      open.get(call.share)?.close()
      open.delete(call.share)
      await (await sharesFolder()).removeEntry(call.share, { recursive: true }).catch(ignoreMissing)
      return undefined
  }
}

async function openShare(share: string, size: number): Promise<undefined> {
  if (open.has(share)) return
  const folder = await (await sharesFolder()).getDirectoryHandle(share, { create: true })
  const file = await folder.getFileHandle(DATA_FILE, { create: true })
  const handle = await file.createSyncAccessHandle()
  try {
    // Preallocating finds a lack of room now, not in the middle of the download.
    if (handle.getSize() !== size) handle.truncate(size)
    // In private windows Chromium says nothing of it when there is no room.
    if (handle.getSize() !== size) throw new DOMException('disk-full', 'QuotaExceededError')
  } catch (error) {
    handle.close()
    throw error
  }
  open.set(share, handle)
}

function closeShare(share: string): void {
  const handle = open.get(share)
  open.delete(share)
  if (!handle) return
  try {
    handle.flush()
  } finally {
    // A handle that stays open would keep the file locked until the page is gone.
    handle.close()
  }
}

function handleOf(share: string): FileSystemSyncAccessHandle {
  const handle = open.get(share)
  if (!handle) throw new Error('store-closed')
  return handle
}

setInterval(() => {
  if (open.size > 0) sharesFolder().catch(() => undefined)
}, LOOK_EVERY)

async function sharesFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory()
  return root.getDirectoryHandle(SHARES_FOLDER, { create: true })
}

function codeOf(error: unknown): StoreProblem['code'] {
  if (!(error instanceof DOMException)) return 'store-broken'
  if (error.name === 'QuotaExceededError') return 'disk-full'
  return error.name === 'NoModificationAllowedError' ? 'store-in-use' : 'store-broken'
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error
}
