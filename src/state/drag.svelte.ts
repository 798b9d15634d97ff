interface Place {
  readonly x: number
  readonly y: number
}

/** A file held over the window, and where. */
export class Drag {
  over = $state(false)
  /** Files were let go, and the share made of them is not shown yet. */
  dropped = $state(false)
  /** The pointer, in the window's coordinates. Plain fields: a canvas reads them each frame. */
  x = 0
  y = 0
  /** Where the marks of the drop target are, or were last, for those that swim on into the share. */
  school: () => readonly Place[] = () => []

  move(x: number, y: number): void {
    this.over = true
    this.x = x
    this.y = y
  }

  end(): void {
    this.over = false
  }

  drop(x: number, y: number): void {
    this.move(x, y)
    this.over = false
    this.dropped = true
  }

  /** What was dropped has become a share, or has not. */
  arrived(): void {
    this.dropped = false
  }
}
