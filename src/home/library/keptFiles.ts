import type { KeptFile } from '../../storage/library.ts'

/**
 * The files behind kept handles, if all can be read now and none was changed since; null when they have to be
 * chosen again, or the user has to allow it first.
 *
 * @param ask ask the user for permission: only within a click
 */
export async function openKept(files: readonly KeptFile[], ask: boolean): Promise<File[] | null> {
  const opened: File[] = []
  const granted = new Set<FileSystemHandle>()
  for (const { size, lastModified, ...kept } of files) {
    // A page has no other handles than its browser's.
    const [handle, folder] = [
      kept.handle as FileSystemFileHandle | null,
      kept.folder as FileSystemHandle | null,
    ]
    if (!handle) return null
    try {
      // Asked once for a folder, not for each of its thousand files.
      const asked = folder ?? handle
      if (!granted.has(asked) && !(await mayRead(asked, ask))) return null
      granted.add(asked)
      const file = await handle.getFile()
      if (file.size !== size || file.lastModified !== lastModified) return null
      opened.push(file)
    } catch {
      return null
    }
  }
  return opened
}

async function mayRead(handle: FileSystemHandle, ask: boolean): Promise<boolean> {
  const mode = { mode: 'read' } as const
  const permission = ask ? await handle.requestPermission?.(mode) : await handle.queryPermission?.(mode)
  return permission === 'granted'
}

declare global {
  // Chromium's, not yet in TypeScript's library: https://wicg.github.io/file-system-access/
  interface FileSystemHandle {
    queryPermission?(descriptor: { mode: 'read' }): Promise<PermissionState>
    requestPermission?(descriptor: { mode: 'read' }): Promise<PermissionState>
  }
}
