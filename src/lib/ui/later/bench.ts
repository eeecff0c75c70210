/* What breaks a call on purpose, and says that it was: nobody needs it to read, or to see what happens. */
export { default as BrokenBar } from '../workbench/BrokenBar.svelte';
export { default as Workbench } from '../workbench/Workbench.svelte';
export { lastDeedWords } from '../workbench/told';
