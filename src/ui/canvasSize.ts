/** Gives a canvas as many pixels as the screen has for it; answers its size in CSS pixels. */
export function fitCanvas(canvas: HTMLCanvasElement): { width: number; height: number; ratio: number } {
  const { clientWidth: width, clientHeight: height } = canvas
  const ratio = Math.min(3, window.devicePixelRatio || 1)
  const [pixelWidth, pixelHeight] = [Math.round(width * ratio), Math.round(height * ratio)]
  if (canvas.width !== pixelWidth || canvas.height !== pixelHeight) {
    canvas.width = pixelWidth
    canvas.height = pixelHeight
  }
  return { width, height, ratio }
}

/** Calls back when the element's size changes, and when the system's theme or the motion preference does. */
export function onLookChange(element: Element, changed: () => void): () => void {
  const abort = new AbortController()
  const sizes = new ResizeObserver(changed)
  sizes.observe(element)
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)']) {
    matchMedia(query).addEventListener('change', changed, { signal: abort.signal })
  }
  return () => {
    sizes.disconnect()
    abort.abort()
  }
}
