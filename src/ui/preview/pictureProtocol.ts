export interface PictureRequest {
  readonly id: number
  readonly blob: Blob
  /** Of ours: what it may be unpacked as, whatever it holds. */
  readonly type: string
}

export interface PictureReply {
  readonly id: number
  /** Null for what is no picture, or none that is worth its cost. */
  readonly picture: ImageBitmap | null
}
