import { meaningOfError } from '../error-names';

/** Those that mean so only of a description, or of something else that is read. */
const OF_WHAT_IS_READ: ReadonlySet<string> = new Set([
	'InvalidAccessError',
	'InvalidModificationError',
	'OperationError'
]);
const READS: ReadonlySet<string> = new Set([
	'setLocalDescription',
	'setRemoteDescription',
	'addIceCandidate'
]);

/** What they mean of one method (webrtc-pc, 4.4, 5.1, 5.2, 6.2 and 7). */
const OF_METHOD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	addTrack: { InvalidAccessError: 'The connection sends this track already.' },
	removeTrack: { InvalidAccessError: 'The sender is of another connection.' },
	addTransceiver: {
		InvalidAccessError: 'One of its encodings has a parameter that may not be set.',
		OperationError: 'The browser cannot do what one of its encodings asks for.'
	},
	getStats: { InvalidAccessError: 'The connection has not this track, or has it more than once.' },
	setParameters: {
		InvalidModificationError:
			'A parameter was changed that may only be read, or they are not those that getParameters() gave.',
		InvalidStateError: 'getParameters() was not called right before.'
	},
	replaceTrack: {
		InvalidModificationError: 'This track cannot be sent without negotiating again.',
		TypeError: 'The track is of another kind.'
	},
	setCodecPreferences: {
		InvalidModificationError: 'One of the codecs is none that getCapabilities() has.'
	},
	setConfiguration: {
		InvalidAccessError: 'A TURN server has no username or no credential.',
		InvalidModificationError: 'A part of the configuration was changed that has to stay.'
	},
	createDataChannel: { OperationError: 'Its number is taken, or none is left.' },
	send: {
		InvalidStateError: 'The data channel is not open.',
		OperationError: 'What waits to be sent fills the buffer of the data channel.',
		TypeError: 'The message is longer than the other side takes.'
	},
	insertDTMF: { InvalidStateError: 'The sender sends nothing that could carry tones.' }
};

/**
 * What the name of an error says of what was called, in a sentence: the same name means another thing of another method; null
 * where it says nothing.
 * @param method what was called; null where that is not known
 */
export function meaningOfCall(name: string, method: string | null): string | null {
	const own = method !== null && Object.hasOwn(OF_METHOD, method) ? OF_METHOD[method]! : {};
	if (Object.hasOwn(own, name)) return own[name]!;
	if (method !== null && !READS.has(method) && OF_WHAT_IS_READ.has(name)) return null;
	return meaningOfError(name);
}
