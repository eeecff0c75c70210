/*
 * What shows the call beside the slide: the picture, the panel, what is to be said of it. No slide needs it
 * to be read, so it comes after the page (see `chunks`), and nothing begins before it is there.
 */
export { default as CallPicture } from '../picture/CallPicture.svelte';
export { default as Hindered } from '../page/Hindered.svelte';
export { default as Notices } from '../panel/Notices.svelte';
export { default as Panel } from '../panel/Panel.svelte';
export { welcomeWords } from '../tabs/room-phrases';
// What comes after it has this in common.
export { default as Late } from './Late.svelte';
export { LOST_ID } from '$lib/diagnose/lost-id';
export * as columns from '../ladder/columns';
export * as geometry from '../ladder/geometry';
export * as layout from '../ladder/layout';
// So have the slides that ask.
export { default as Answer } from '../slide/Answer.svelte';
export { default as Ask } from '../slide/Ask.svelte';
export { default as AskNow } from '../slide/AskNow.svelte';
