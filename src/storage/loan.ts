/** Bytes that are lent: their memory is used again once it is back. Who cannot tell when never gives them back. */
export interface Loan {
  /** Nobody may change them. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Says that nobody looks at them any more; says it once, however often it is called. */
  readonly back: () => void
}
