import { mediaTypeOf, type MediaKind } from '../core/mediaType.ts'

const PAGE = 'M6 3.5h8l4 4v13H6zM14 3.5v4h4'

/** Pictures of what a file is, each a path in a square of 24. */
const ICONS: Readonly<Record<MediaKind | 'archive' | 'other', string>> = {
  video: 'M3.5 5.5h17v13h-17zM10 9v6l5-3z',
  audio:
    'M9 17.5V5.5l10-2v12M9 17.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM19 15.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z',
  image: 'M3.5 5h17v14h-17zM3.5 16l5-5 4.5 4.5 2.5-2.5 5 4.5M16 9.5h.01',
  captions: 'M3.5 5.5h17v13h-17zM7 14.5h5M15 14.5h2',
  text: `${PAGE}M9 12h6M9 15.5h6`,
  pdf: `${PAGE}M9 12h6M9 15.5h3`,
  segment: 'M3.5 5.5h17v13h-17zM8 5.5v13M16 5.5v13',
  playlist: 'M4 6.5h16M4 12h9M4 17.5h9M16.5 12v6l4-3z',
  archive: 'M3.5 7.5l2-3h13l2 3v12h-17zM3.5 7.5h17M10 11.5h4',
  other: PAGE,
}

/** The path of the picture for a file of this name. */
export function fileIcon(name: string): string {
  const archive = /\.(zip|7z|rar|gz|tgz|bz2|xz|zst|tar|iso|dmg)$/i.test(name)
  return ICONS[archive ? 'archive' : (mediaTypeOf(name)?.kind ?? 'other')]
}
