/** Calls that a log writes before they are settled. The others it writes when they have returned. */
export const SETTLED_LATER: ReadonlySet<string> = new Set([
	'createOffer',
	'createAnswer',
	'setLocalDescription',
	'setRemoteDescription'
]);

export const SETTLED_AT_ONCE: ReadonlySet<string> = new Set([
	'addIceCandidate',
	'addTrack',
	'addTransceiver',
	'removeTrack',
	'createDataChannel',
	'close',
	'restartIce',
	'setConfiguration',
	'setCodecPreferences',
	'setHeaderExtensionsToNegotiate',
	'setParameters',
	'replaceTrack'
]);

const NAMES: ReadonlyMap<string, string> = new Map(
	[
		...SETTLED_LATER,
		...SETTLED_AT_ONCE,
		'getStats',
		'create',
		'constraints',
		'getUserMedia',
		'getDisplayMedia'
	].map((name) => [name.toLowerCase(), name])
);
const OUTCOMES: ReadonlyMap<string, string> = new Map(
	['', 'OnSuccess', 'OnFailure', 'Failed'].map((name) => [name.toLowerCase(), name])
);
const MEDIA_DEVICES = 'navigator.mediaDevices.';
const NAME = /^(navigator\.(?:mediaDevices\.)?)?(.+?)(OnSuccess|OnFailure|Failed)?$/i;

/**
 * A name of a log as the API writes it: loggers write some in small letters, `getstats`. Of other names
 * than those of calls nothing is known, so they stay as they are.
 */
export function callName(name: string): string {
	const [, devices, call = '', outcome = ''] = NAME.exec(name) ?? [];
	const known = NAMES.get(call.toLowerCase());
	if (known === undefined) return name;
	const front = devices === undefined ? '' : MEDIA_DEVICES;
	return front + known + OUTCOMES.get(outcome.toLowerCase())!;
}

/** A call with how it was settled; null for a name that is no outcome. */
export function outcomeOf(name: string): { call: string; outcome: string } | null {
	const [, call, outcome] = /^(.+?)(OnSuccess|OnFailure|Failed)$/.exec(name) ?? [];
	return call === undefined || outcome === undefined ? null : { call, outcome };
}

/** What is logged with a description of the connection's own end. */
export const LOCAL: ReadonlySet<string> = new Set([
	'setLocalDescription',
	'setLocalDescriptionOnSuccess',
	'createOfferOnSuccess',
	'createAnswerOnSuccess'
]);
