/** Close codes that the tracker gives (RFC 6455, 7.4.1). */
export const CloseCode = {
  goingAway: 1001,
  protocolError: 1002,
  notUtf8: 1007,
  policy: 1008,
  tooBig: 1009,
  internalError: 1011,
  tryAgainLater: 1013,
  /** Our own, of those for applications: the passkey is missing, wrong, or no longer valid. */
  noMember: 4401,
} as const

/** Never sent: they stand for "none was given" and "the connection broke" where a client shows codes. */
const LOCAL: ReadonlySet<number> = new Set([1004, 1005, 1006])

/** Whether a client may give this code: the registered ones, and those for libraries and applications. */
export function isReceivable(code: number): boolean {
  return (code >= 1000 && code <= 1014 && !LOCAL.has(code)) || (code >= 3000 && code <= 4999)
}
