import { hideCredential } from '../servers/hidden';
import type { Json } from '../trace';

/** So many characters of a text that a channel carries are kept: enough to know it again. */
const SHORT_TEXT = 80;

/**
 * Any of the browser's dictionaries and `toJSON()` objects as plain JSON; null for what JSON has no word
 * for, such as a function.
 */
export function toJson(value: unknown): Json {
	return JSON.parse(JSON.stringify(value) ?? 'null') as Json;
}

/** What a connection is made with, as JSON: credentials are hidden. */
export const configurationJson = (value: unknown): Json =>
	JSON.parse(JSON.stringify(value, hideCredential) ?? 'null') as Json;

/** A track as JSON: `MediaStreamTrack` itself cannot be cloned. */
export function trackJson(track: MediaStreamTrack): { kind: string; id: string; label: string } {
	return { kind: track.kind, id: track.id, label: track.label };
}

/** What a data channel was made with (webrtc-pc, 6.2); its `id` is null until it is known. */
export function channelJson(channel: RTCDataChannel): { [name: string]: Json } {
	const { label, id, protocol, ordered, negotiated, maxPacketLifeTime, maxRetransmits } = channel;
	return { label, id, protocol, ordered, negotiated, maxPacketLifeTime, maxRetransmits };
}

/**
 * What a channel carries: its type and how long it is in bytes, and of a text its beginning. The bytes
 * themselves are the page's own.
 */
export function payloadJson(payload: unknown): { type: string; size: number; text?: string } {
	if (payload instanceof Blob) return { type: 'Blob', size: payload.size };
	if (payload instanceof ArrayBuffer || ArrayBuffer.isView(payload)) {
		return { type: payload.constructor.name, size: payload.byteLength };
	}
	const text = String(payload);
	return {
		type: 'string',
		size: new TextEncoder().encode(text).length,
		text: text.length > SHORT_TEXT ? `${text.slice(0, SHORT_TEXT)}…` : text
	};
}
