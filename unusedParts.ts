/**
 * Stands in the page for what its libraries bring along and it never uses: bittorrent-protocol's log (`debug`), and
 * what streamx decodes text with (`text-decoder`), a tenth of the engine's code together.
 */
export default function unused(): () => void {
  return () => undefined
}
