import type { Json } from './entry';

/** So much of a text stands in a line. */
const LONGEST = 24;

type Members = { [name: string]: Json };

function isObject(value: Json | undefined): value is Members {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as code has it, cut where it is long. */
function written(value: Json): string {
	return typeof value === 'string' ? `'${cut(value)}'` : JSON.stringify(value);
}

function cut(text: string): string {
	return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/**
 * A call on a part of the connection as it is written in code: `channel.send('Hello')`,
 * `transceiver.direction = 'recvonly'`. null for a call that has no words of its own.
 */
export function partCallWords(name: string, args: Json | undefined): string | null {
	if (!isObject(args)) return null;
	const { value, text, tones, label, id } = args;
	if (value !== undefined && name.includes('.')) return `${name} = ${written(value)}`;
	if (name === 'replaceTrack' && id === null) return `${name}(null)`;
	const told = text ?? tones ?? (name === 'createDataChannel' ? label : undefined);
	return told === undefined ? null : `${name}(${written(told)})`;
}

/**
 * An event of a part of the connection, with what tells it from its like: `channel.message Hello`,
 * `dtls.statechange connected`. null for an event that has no words of its own.
 */
export function partEventWords(name: string, data: Json | undefined): string | null {
	if (!isObject(data) || !(name.includes('.') || name === 'datachannel')) return null;
	const { text, state, tone, type, kind, label } = data;
	const telling = [text, state, tone, type, kind, label].find((one) => typeof one === 'string');
	return telling ? `${name} ${cut(telling as string)}` : name;
}

/**
 * Whether an event says of one transport what the connection says of all: `iceConnectionState` and
 * `iceGatheringState` sum up those of the ICE transports (webrtc-pc, 4.3).
 */
export function isSummedUp(name: string): boolean {
	return /^ice\.(?:gathering)?statechange$/.test(name);
}
