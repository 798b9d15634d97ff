/// Makes pictures small off the main thread; see `pictureMaker.ts`.
import { PICTURE_HEAD, pictureSize } from '../../core/pictureSize.ts'
import type { PictureReply, PictureRequest } from './pictureProtocol.ts'

/** Pixels of a small picture's shorter side: enough for a screen with two of them to one of the page's. */
const SIDE = 88
/** How often longer than wide: more than that is a stripe, whatever is left of it. */
const LONGEST = 6
/** Pixels; more than a camera has. They are all unpacked, for a moment. */
const MOST_PIXELS = 60_000_000

self.onmessage = async ({ data }: MessageEvent<PictureRequest>) => {
  const picture = await small(data).catch(() => null)
  const reply: PictureReply = { id: data.id, picture }
  self.postMessage(reply, { transfer: picture ? [picture] : [] })
}

async function small({ blob, type }: PictureRequest): Promise<ImageBitmap | null> {
  const head = new Uint8Array(await blob.slice(0, PICTURE_HEAD).arrayBuffer())
  const size = pictureSize(head)
  if (!size) return null
  const { width, height } = size
  if (width * height > MOST_PIXELS) return null
  if (Math.max(width, height) > LONGEST * Math.min(width, height)) return null
  const shorter = Math.min(SIDE, width, height)
  return createImageBitmap(new Blob([blob], { type }), {
    ...(width < height ? { resizeWidth: shorter } : { resizeHeight: shorter }),
    resizeQuality: 'medium',
  })
}
