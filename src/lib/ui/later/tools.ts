/*
 * What a walk needs only once its slide can be read, and a recording never: what to look at, the machines,
 * what is taken away, how a call is broken, and why it is lost. It is one chunk (see `chunks`): what it imports is in it, or came with the page.
 */
export { default as ExportTab } from '../panel/ExportTab.svelte';
export { default as MachineTab } from '../machine/MachineTab.svelte';
export { default as BrokenBar } from '../workbench/BrokenBar.svelte';
export { default as Workbench } from '../workbench/Workbench.svelte';
export { rowsOf } from '../focus/rows';
export { diagnoseSession } from '$lib/diagnose/session';
