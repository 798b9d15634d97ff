/** A file that is to be unpacked, or a picture of a film. */
export type PictureSource =
  | {
      readonly blob: Blob
      /** Of ours: what it may be unpacked as, whatever it holds. */
      readonly type: string
    }
  | { readonly still: VideoFrame | ImageBitmap }

export type PictureRequest = PictureSource & { readonly id: number }

export interface PictureReply {
  readonly id: number
  /** Null for what is no picture, or none that is worth its cost. */
  readonly picture: ImageBitmap | null
}
