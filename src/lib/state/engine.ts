/*
 * What runs a walk, in one tab or in several, writes down what happened, and follows it. No slide needs it to be read,
 * so it is one chunk of its own (see `chunks`): what it imports is in it, or came with the page.
 */
export { createWalk } from '$lib/call/walk';
export { lackHere } from '$lib/rtc/lack';
export { SharedWalk } from '$lib/tabs/shared-walk';
export { newOfferName, offerTrace } from '$lib/tabs/trace-offer';
export { carrierOf } from './carrier-of';
export { sessionFile } from './session-file';
export { followed } from './followed';
