/** The end of a channel that leads nowhere: what is sent there is gone. Made with the first use. */
let drain: ReturnType<typeof makeDrain> | null = null

/**
 * Gives the memory of buffers back before its turn with the garbage collector; nobody may use them afterwards.
 *
 * WebCrypto answers each call in memory of its own. Left to the collector, that of some hundred records waits for it,
 * and each new one comes in memory that the system has to clear first. `transfer(0)` looks as if it did the same: but
 * Chromium's own object beside the buffer holds the memory until that is collected, and V8, which counts it no more,
 * sees no reason to collect: 1,000 MB that were sealed left 980 MB behind. Sending it away takes it from both.
 * Several at once are better than one by one: what is given back together is used again, and not given to the system.
 */
export function giveBack(buffers: readonly ArrayBuffer[]): void {
  drain ??= makeDrain()
  drain.postMessage(null, [...buffers])
}

/**
 * By the standard, a port that was closed takes what it is given, and drops it. Chromium's takes nothing; there it is
 * one whose other end was closed. Older versions of Safari keep for ever what is sent to a closed end.
 */
function makeDrain() {
  const { port1: closed } = new MessageChannel()
  closed.close()
  const probe = new ArrayBuffer(1)
  closed.postMessage(null, [probe])
  if (probe.byteLength === 0) return closed
  const { port1, port2 } = new MessageChannel()
  port2.close()
  return port1
}
