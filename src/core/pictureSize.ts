/** How many pixels a picture says that it has. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Bytes from the beginning of a file in which its size stands: cameras put their own data before it. */
export const PICTURE_HEAD = 256 * 1024

/**
 * Reads the size of a picture from the head of its file, by what is in it and not by its name: so that nobody's browser
 * unpacks a square of a hundred thousand pixels. Null where it is none that browsers show, or does not say.
 */
export function pictureSize(head: Uint8Array): PictureSize | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  try {
    const size = sizeIn(view)
    return size && size.width > 0 && size.height > 0 ? size : null
  } catch (error) {
    // It ends before its size.
    if (error instanceof RangeError) return null
    throw error
  }
}

function sizeIn(view: DataView): PictureSize | null {
  if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) }
  if (textAt(view, 0, 4) === 'GIF8')
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (view.getUint16(0) === 0xffd8) return sizeInJpeg(view)
  if (textAt(view, 0, 4) === 'RIFF' && textAt(view, 8, 4) === 'WEBP') return sizeInWebp(view)
  if (textAt(view, 0, 2) === 'BM')
    return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
  if (textAt(view, 4, 4) === 'ftyp' && /^avi[fs]/.test(textAt(view, 8, 4))) return sizeInAvif(view)
  return null
}

/** The frame's header follows segments of other kinds, each of which says how long it is. */
function sizeInJpeg(view: DataView): PictureSize | null {
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    // Fill bytes before a marker.
    if (marker === 0xff) at++
    // Tables of Huffman codes, of arithmetic ones and an extension have numbers among the frames'.
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    else at += 2 + view.getUint16(at + 2)
  }
}

function sizeInWebp(view: DataView): PictureSize | null {
  const kind = textAt(view, 12, 4)
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000
  if (kind === 'VP8X') return { width: three(24) + 1, height: three(27) + 1 }
  if (kind === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind !== 'VP8L') return null
  const bits = view.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

/** Boxes within boxes: what is looked for is the largest of those that name a size, the others are parts of it. */
function sizeInAvif(view: DataView): PictureSize | null {
  let largest: PictureSize | null = null
  const end = Math.min(view.byteLength - 16, 16 * 1024)
  for (let at = 8; at < end; at++) {
    if (view.getUint32(at) !== 0x69737065) continue
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size
  }
  return largest
}

function textAt(view: DataView, at: number, length: number): string {
  let text = ''
  for (let n = 0; n < length; n++) text += String.fromCharCode(view.getUint8(at + n))
  return text
}
