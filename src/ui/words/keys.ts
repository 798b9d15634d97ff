import { words } from './words.ts'

type Keys = readonly (readonly [key: string, does: string])[]

/** What the keys do where the focus is in the player or among the notes (`notes/shortcuts.ts`). */
export function noteKeys(): Keys {
  const { keys } = words
  return [
    ['n', keys.nextNote],
    ['p', keys.noteBefore],
    ['t', keys.writeNote],
    ['d', keys.draw],
    ['v', keys.otherVersion],
    ['i', keys.beginsHere],
    ['o', keys.endsHere],
    ['← ↑ → ↓', keys.movePen],
    [keys.space, keys.putPoint],
    ['Enter', keys.endStroke],
    ['Ctrl+Z', keys.undoStroke],
    ['Esc', keys.putAway],
  ]
}

/** What the keys do in the player (`player/keys.ts`). */
export function playerKeys(): Keys {
  const { keys } = words
  return [
    [keys.space, keys.playOrPause],
    ['J  L', keys.tenSeconds],
    ['←  →', keys.fiveSeconds],
    [',  .', keys.oneFrame],
    ['0 … 9', keys.toTenth],
    ['↑  ↓', keys.volume],
    ['M', keys.mute],
    ['C', keys.captions],
    ['F', keys.fullScreen],
    ['<  >', keys.speed],
    ['⇧P  ⇧N', keys.fileBeforeOrAfter],
  ]
}
