/** A file held over the window, and where. */
export class Drag {
  over = $state(false)
  /** The pointer, in the window's coordinates. Plain fields: a canvas reads them each frame. */
  x = 0
  y = 0

  move(x: number, y: number): void {
    this.over = true
    this.x = x
    this.y = y
  }

  end(): void {
    this.over = false
  }
}
