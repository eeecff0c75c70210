import type { Json, TraceEntry } from '../../trace';
import { partsOf } from '../session/leading';
import type { SessionPeer } from '../session/session';

/** A data channel that a peer made, as far as its recording tells of it. */
export interface Channel {
	readonly label: string;
	/** Whether both sides make it, each by itself and with the same id (webrtc-pc, 6.1, `negotiated`). */
	readonly isNegotiated: boolean;
	/** The id that it was given; null where the browser chooses it. */
	readonly id: number | null;
	/** The call that made it. */
	readonly seq: number;
	readonly at: number;
	/** The states that statistics told of it, in order (webrtc-stats, 8.10). */
	readonly states: readonly string[];
}

/**
 * What is known of a channel: Chromium logs `label: chat, ordered: true, negotiated: true, id: 7`, rtcstats
 * what the call was given, `["chat", {"negotiated": true, "id": 7}]`.
 */
type Said = Pick<Channel, 'label' | 'isNegotiated' | 'id'>;

const IN_WORDS = /^label: ([^]*?), ordered: (?:true|false)([^]*)$/;

function saidOf(data: Json | undefined): Said | null {
	if (typeof data === 'string') {
		const [, label, rest = ''] = IN_WORDS.exec(data) ?? [];
		const id = /, id: (\d+)/.exec(rest)?.[1];
		return label === undefined
			? null
			: { label, isNegotiated: /, negotiated: true/.test(rest), id: numberOf(id) };
	}
	if (Array.isArray(data)) {
		const [label, init] = data;
		if (typeof label !== 'string') return null;
		const { negotiated, id } = fieldsOf(init);
		return { label, isNegotiated: negotiated === true, id: numberOf(id) };
	}
	const { label, negotiated, id } = fieldsOf(data);
	return typeof label === 'string'
		? { label, isNegotiated: negotiated === true, id: numberOf(id) }
		: null;
}

const fieldsOf = (data: Json | undefined): Readonly<Record<string, Json>> =>
	data !== null && typeof data === 'object' && !Array.isArray(data) ? data : {};

const numberOf = (id: Json | undefined): number | null =>
	id === undefined || id === null || id === '' || Number.isNaN(Number(id)) ? null : Number(id);

/** The data channels that a peer made itself, in order. */
export function channelsOf({ entries }: SessionPeer): readonly Channel[] {
	const refused = new Set(entries.filter(({ kind }) => kind === 'error').map(({ call }) => call));
	return entries.flatMap(({ kind, name, data, seq, at }) => {
		if (kind !== 'call' || name !== 'createDataChannel' || refused.has(seq)) return [];
		const said = saidOf(data);
		return said === null ? [] : [{ ...said, seq, at, states: statesOf(entries, said) }];
	});
}

/** The states of a channel in the statistics of its side; channels of one label are not told apart. */
function statesOf(entries: readonly TraceEntry[], { label }: Said): readonly string[] {
	return entries.flatMap(({ kind, name, data }) => {
		const { label: of, state } = fieldsOf(data);
		const isOf = kind === 'event' && name === 'data-channel' && of === label;
		return isOf && typeof state === 'string' ? [state] : [];
	});
}

/** The labels of the channels that the other side made and that were announced to a peer. */
export function announcedTo({ entries }: SessionPeer): ReadonlySet<string> {
	return new Set(
		entries.flatMap(({ kind, name, data }) => {
			if (kind !== 'event') return [];
			if (name === 'data-channel') {
				const { label, state } = fieldsOf(data);
				// What the other side made is open when it is announced: an own one is told of before.
				return state === 'connecting' ? [] : [String(label)];
			}
			if (name !== 'datachannel') return [];
			// rtcstats writes id and label.
			const label = Array.isArray(data) ? data[1] : saidOf(data)?.label;
			return typeof label === 'string' ? [label] : [];
		})
	);
}

/** A section for data channels (RFC 8841, 5). */
export interface DataSection {
	readonly isRejected: boolean;
	/** From 1. */
	readonly place: number;
	/** Whether it says the port of SCTP, in the present form or in the one before. */
	readonly hasPort: boolean;
}

/** The section for data channels of a description, one that is used before others; null where there is none. */
export function dataSectionOf(sdp: string): DataSection | null {
	const [, ...sections] = partsOf(sdp);
	const found = sections.flatMap((section, index): DataSection[] => {
		const [, port, protocol] = /^m=application (\d+) (\S+)/.exec(section) ?? [];
		if (port === undefined || !protocol?.includes('SCTP')) return [];
		const isRejected = port === '0' && !/^a=bundle-only/m.test(section);
		return [{ isRejected, place: index + 1, hasPort: /^a=sctp(?:-port|map):/m.test(section) }];
	});
	return found.find(({ isRejected }) => !isRejected) ?? found[0] ?? null;
}

/** A channel in a sentence: `the data channel “chat”`. */
export const channelName = ({ label }: Pick<Channel, 'label'>): string =>
	label === '' ? 'the data channel without a label' : `the data channel “${label.slice(0, 40)}”`;
