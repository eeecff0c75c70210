/* What plays a recorded call on slides before the first step: one chunk, and what it shares with the call. */
export { recordedCall } from '../picture/recording';
export { Played } from '../picture/played.svelte';
export { default as PlayedPicture } from '../picture/PlayedPicture.svelte';
export { default as PlayedStory } from '../picture/PlayedStory.svelte';
