import type { Json } from './entry';

/** A text in quotes, as far as a line has room for it. */
const LONGEST = 24;

type Members = { [name: string]: Json };

function isObject(value: Json | undefined): value is Members {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function quoted(text: string): string {
	return `'${text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text}'`;
}

/** What a channel carried: the text, or how many bytes of what. */
function payloadWords({ type, size, text }: Members): string {
	return typeof text === 'string' ? quoted(text) : `${String(type)}, ${String(size)} bytes`;
}

/**
 * A call on a part of the connection as it is written in code: `channel.send('Hello')`,
 * `transceiver.direction = 'recvonly'`. null for a call that has no words of its own.
 */
export function partCallWords(name: string, args: Json | undefined): string | null {
	if (!isObject(args)) return null;
	const { label, value, tones, track } = args;
	switch (name) {
		case 'createDataChannel':
			return `${name}(${quoted(String(label))})`;
		case 'channel.send':
			return `${name}(${payloadWords(args)})`;
		case 'dtmf.insertDTMF':
			return `${name}(${quoted(String(tones))})`;
		case 'addTransceiver':
			return `${name}(${String(isObject(track) ? track.kind : track)})`;
		case 'replaceTrack':
			return args.id === null ? `${name}(null)` : null;
	}
	if (!name.includes('.') || value === undefined) return null;
	return `${name} = ${typeof value === 'string' ? quoted(value) : JSON.stringify(value)}`;
}

/**
 * An event of a part of the connection, with what tells it from its like: `channel.message 'Hello'`,
 * `dtls.statechange connected`. null for an event that has no words of its own.
 */
export function partEventWords(name: string, data: Json | undefined): string | null {
	if (!isObject(data)) return null;
	const { label, state, tone, kind } = data;
	if (name === 'datachannel') return typeof label === 'string' ? `${name} ${quoted(label)}` : null;
	if (!name.includes('.')) return null;
	if (name === 'channel.message') return `${name} ${payloadWords(data)}`;
	if (name.startsWith('channel.')) return `${name} ${quoted(String(label))}`;
	const telling = [state, tone, kind].find((one) => typeof one === 'string' && one !== '');
	return telling === undefined ? name : `${name} ${String(telling)}`;
}

/**
 * Whether an event says of one transport what the connection says of all: `iceConnectionState` and
 * `iceGatheringState` sum up those of the ICE transports (webrtc-pc, 4.3).
 */
export function isSummedUp(name: string): boolean {
	return name === 'ice.statechange' || name === 'ice.gatheringstatechange';
}
