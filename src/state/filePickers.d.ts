/** The folder picker (File System Access), where the browser has it; TypeScript's DOM library leaves it out. */
interface Window {
  showDirectoryPicker(options?: { mode?: 'read' | 'readwrite' }): Promise<FileSystemDirectoryHandle>
}

/** What was dropped, as a handle that can be kept (File System Access); Chromium's. */
interface DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>
}
