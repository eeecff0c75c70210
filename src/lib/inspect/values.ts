import type { Candidate, Description, Json } from '../trace';
import { readOldText } from './old-texts';

export function isObject(value: unknown): value is { [key: string]: unknown } {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that came out of `JSON.parse`, or null where there was none. */
export function asJson(value: unknown): Json {
	return (value ?? null) as Json;
}

/** A logged value that is JSON in a text, as browsers since Chrome 138 write it. */
function jsonIn(text: string): Json | undefined {
	if (!/^[{["]/.test(text)) return undefined;
	try {
		return JSON.parse(text) as Json;
	} catch {
		return undefined;
	}
}

// type: offer, sdp: v=0…
const DESCRIPTION = /^type: (offer|answer|pranswer|rollback), sdp: ([^]*)$/;
// sdpMid: 0, sdpMLineIndex: 0, candidate: candidate:… , url: …, relayProtocol: udp
const CANDIDATE =
	/^sdpMid: ([^,]*), sdpMLineIndex: (\d+|null), candidate: ([^,]*)(?:, (?:url|relayProtocol): [^]*)?$/;

/** A value of a log: JSON in a text, the texts that Chrome wrote before, or any other text. */
export function parseValue(value: unknown): Json {
	if (typeof value !== 'string') return asJson(value);
	if (value === '') return null;
	const json = jsonIn(value);
	if (json !== undefined) return json;
	const description = DESCRIPTION.exec(value);
	if (description) return { type: description[1]!, sdp: description[2]! };
	const candidate = CANDIDATE.exec(value);
	if (candidate) {
		const [, sdpMid = '', index = '', text = ''] = candidate;
		return {
			candidate: text.trim(),
			sdpMid,
			sdpMLineIndex: index === 'null' ? null : Number(index)
		};
	}
	return readOldText(value) ?? value;
}

const TYPES = new Set(['offer', 'pranswer', 'answer', 'rollback']);

/** A value as a description; null where it is none. */
export function descriptionOf(value: unknown): Description | null {
	if (!isObject(value) || typeof value.type !== 'string' || !TYPES.has(value.type)) return null;
	const type = value.type as Description['type'];
	if (typeof value.sdp === 'string') return { type, sdp: value.sdp };
	return type === 'rollback' ? { type, sdp: '' } : null;
}

/** A value as a candidate with all its members; null where it is none. */
export function candidateOf(value: unknown): Candidate | null {
	if (!isObject(value) || typeof value.candidate !== 'string') return null;
	const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = value;
	return {
		candidate,
		sdpMid: typeof sdpMid === 'string' ? sdpMid : null,
		sdpMLineIndex: typeof sdpMLineIndex === 'number' ? sdpMLineIndex : null,
		usernameFragment:
			typeof usernameFragment === 'string'
				? usernameFragment
				: (/ ufrag (\S+)/.exec(candidate)?.[1] ?? null)
	};
}

/** A track with the ids of its streams. */
export interface LoggedTrack {
	kind: string;
	id: string;
	label: string;
	streams: string[];
}

const texts = (list: readonly unknown[]) =>
	list.filter((item): item is string => typeof item === 'string');

// audio:2d7e… stream:8f31… – or a hyphen where it is in no stream
const TRACK = /^(audio|video):(\S+)((?: \S+)*)$/;

/**
 * A value as a track; null where it is none. rtcstats writes a list: kind, id, in dumps of Chromium
 * a label, then the ids of the streams. Ids have no spaces, labels usually do. Before, it wrote a text.
 */
export function trackOf(value: unknown): LoggedTrack | null {
	if (typeof value === 'string') {
		const [, kind, id, rest = ''] = TRACK.exec(value) ?? [];
		if (kind === undefined || id === undefined) return null;
		const streams = rest.split(' ').filter((one) => one !== '' && one !== '-');
		return { kind, id, label: '', streams: streams.map((one) => one.replace(/^stream:/, '')) };
	}
	if (Array.isArray(value)) {
		const [kind, id, ...rest] = texts(value);
		if (kind === undefined || id === undefined) return null;
		const [label = ''] = rest;
		return label.includes(' ')
			? { kind, id, label, streams: rest.slice(1) }
			: { kind, id, label: '', streams: rest };
	}
	if (!isObject(value) || typeof value.kind !== 'string' || typeof value.id !== 'string')
		return null;
	return {
		kind: value.kind,
		id: value.id,
		label: typeof value.label === 'string' ? value.label : '',
		streams: Array.isArray(value.streams) ? texts(value.streams) : []
	};
}
