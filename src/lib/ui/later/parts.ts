/*
 * What a walk needs only once its slide can be read: the reader of descriptions, the tables, the ladder,
 * the graphs. It is one chunk (see `chunks`): what it imports is in it, or came with the page.
 */
export { default as DescriptionsTab } from '../panel/DescriptionsTab.svelte';
export { default as Graphs } from '../graphs/Graphs.svelte';
export { default as IceTab } from '../panel/IceTab.svelte';
export { default as Ladder } from '../ladder/Ladder.svelte';
export { default as Places } from '../sdp/Places.svelte';
export { default as WireTab } from '../panel/WireTab.svelte';
export { annotate } from '$lib/sdp';
