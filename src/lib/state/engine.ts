/*
 * What runs a walk, in one tab or in several, and writes down what happened. No slide needs it to be read,
 * so it is one chunk of its own (see `chunks`): what it imports is in it, or came with the page.
 */
export { createWalk } from '$lib/call/walk';
export { SharedWalk } from '$lib/tabs/shared-walk';
export { traceFileParts } from '$lib/trace/file';
