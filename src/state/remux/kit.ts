/// What reads films from within, in a chunk of its own: fetched when one plays.
export { openFilm } from './film.ts'
export { offerOwnText } from './ownText.ts'
export { playable, playRemuxed, soundToHear } from './playRemuxed.ts'
export { filmBytes } from './readFilm.ts'
