/// Makes pictures small off the main thread; see `pictureMaker.ts`.
import { PICTURE_HEAD, pictureSize } from '../../core/pictureSize.ts'
import type { PictureReply, PictureRequest, PictureSource } from './pictureProtocol.ts'

/** Pixels of a small picture's shorter side: enough for a screen with two of them to one of the page's. */
const SIDE = 88
/** How often longer than wide: more than that is a stripe, whatever is left of it. */
const LONGEST = 6
/** Pixels; more than a camera has. They are all unpacked, for a moment. */
const MOST_PIXELS = 60_000_000

interface Size {
  readonly width: number
  readonly height: number
}

self.onmessage = async ({ data }: MessageEvent<PictureRequest>) => {
  const picture = await small(data).catch(() => null)
  const reply: PictureReply = { id: data.id, picture }
  self.postMessage(reply, { transfer: picture ? [picture] : [] })
}

function small(source: PictureSource): Promise<ImageBitmap | null> {
  return 'still' in source ? smallStill(source.still) : smallFile(source.blob, source.type)
}

async function smallFile(blob: Blob, type: string): Promise<ImageBitmap | null> {
  const head = new Uint8Array(await blob.slice(0, PICTURE_HEAD).arrayBuffer())
  const size = pictureSize(head)
  return size && shrunk(new Blob([blob], { type }), size)
}

async function smallStill(still: VideoFrame | ImageBitmap): Promise<ImageBitmap | null> {
  const size = 'displayWidth' in still ? { width: still.displayWidth, height: still.displayHeight } : still
  try {
    return await shrunk(still, size)
  } finally {
    still.close()
  }
}

async function shrunk(source: ImageBitmapSource, { width, height }: Size): Promise<ImageBitmap | null> {
  if (width * height > MOST_PIXELS) return null
  if (Math.max(width, height) > LONGEST * Math.min(width, height)) return null
  const shorter = Math.min(SIDE, width, height)
  return createImageBitmap(source, {
    ...(width < height ? { resizeWidth: shorter } : { resizeHeight: shorter }),
    resizeQuality: 'medium',
  })
}
