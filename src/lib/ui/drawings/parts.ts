/**
 * What more than one slide's text is made of. The walk loads these with its page, so that a text that
 * comes later is one module that needs no other.
 */
export { default as After } from '../slide/After.svelte';
export { default as Arrow } from './Arrow.svelte';
export { default as Box } from './Box.svelte';
export { default as Figure } from './Figure.svelte';
export { default as OneMessage } from './OneMessage.svelte';
export { default as PartsList } from './PartsList.svelte';
export { default as Peer } from './Peer.svelte';
export { default as SignalingStates } from './SignalingStates.svelte';
export { default as Trickle } from './Trickle.svelte';
