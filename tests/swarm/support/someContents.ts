import { OpenContents } from '../../../src/swarm/contents/openContents.ts'

/** Contents of files that lie end to end, or begin at `starts`. */
export function someContents(
  lengths: readonly number[],
  { pieceLength, names = [], starts }: { pieceLength: number; names?: string[]; starts?: readonly number[] },
): OpenContents {
  let end = 0
  const files = lengths.map((length, place) => {
    const start = starts?.[place] ?? end
    end = start + length
    return { path: [names[place] ?? `file ${place}`], length, start, place, pathAt: 0 }
  })
  const contentSize = lengths.reduce((sum, length) => sum + length, 0)
  return new OpenContents({ name: 'a share', files, size: end, contentSize, pieceLength })
}
