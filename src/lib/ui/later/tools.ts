/*
 * What a walk needs only once its slide can be read, and a recording never: what to look at, the machines,
 * what is taken away, and why a call is lost. It is one chunk (see `chunks`): what it imports is in it, or came with the page.
 */
export { default as ExportTab } from '../panel/ExportTab.svelte';
export { default as MachineTab } from '../machine/MachineTab.svelte';
export { rowsOf } from '../focus/rows';
export { diagnoseSession } from '$lib/diagnose/session';
