/** Reads under way at once: each waits for another process of the browser. */
const AT_ONCE = 16

/** Those of some files of which a byte can be read. */
export async function readableAmong<F extends { readonly file: Blob }>(
  files: readonly F[],
): Promise<ReadonlySet<F>> {
  const readable = new Set<F>()
  const left = files.values()
  const readOn = async () => {
    for (const each of left) {
      try {
        await each.file.slice(0, 1).arrayBuffer()
        readable.add(each)
      } catch {
        // It was moved or changed, or may not be read.
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, readOn))
  return readable
}
