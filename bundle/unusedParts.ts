/** Stands in the page for what its libraries bring along and it never uses: bittorrent-protocol's log (`debug`). */
export default function unused(): () => void {
  return () => undefined
}
