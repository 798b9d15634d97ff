/// All that shows shares, in a chunk of its own: it is fetched with the engine, without which there are none.
export { default as AskFirst } from './AskFirst.svelte'
export { default as Outside } from './outside/Outside.svelte'
export { default as PlayerPanel } from './player/PlayerPanel.svelte'
export { default as SharePage } from './SharePage.svelte'
export { default as ShareRows } from './ShareRows.svelte'
export { default as SpaceLine } from './SpaceLine.svelte'
export { default as WatchList } from './WatchList.svelte'
