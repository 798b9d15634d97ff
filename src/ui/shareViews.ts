/// All that shows shares, in a chunk of its own: it is fetched with the engine, without which there are none.
export { default as Outside } from './outside/Outside.svelte'
export { default as PlayerPanel } from './player/PlayerPanel.svelte'
export { default as SharePage } from './SharePage.svelte'
export { default as ShareRows } from './ShareRows.svelte'
