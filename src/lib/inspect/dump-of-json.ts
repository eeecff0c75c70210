import type { Dump } from './dump';
import {
	FIRST_ABSOLUTE_TIME,
	isRtcstatsObject,
	isRtcstatsTuple,
	readRtcstatsList,
	readRtcstatsObject
} from './rtcstats';
import { isObject } from './values';
import { isWebrtcInternals, readWebrtcInternals } from './webrtc-internals';

/** The dump that parsed JSON is as a whole; null where it is none. */
export function dumpOf(value: unknown): Dump | null {
	const dumps = [
		...(isWebrtcInternals(value) ? [readWebrtcInternals(value)] : []),
		...(isRtcstatsObject(value) ? [readRtcstatsObject(value)] : [])
	];
	// Early servers of rtcstats wrote both members, of which one is empty.
	const dump = dumps.find(({ connections }) => connections.length > 0) ?? dumps[0];
	if (dump) return dump;
	return Array.isArray(value) && value.some(isRtcstatsTuple) ? readRtcstatsList(value) : null;
}

/**
 * Whether a value among others is a dump: a page may keep its own connections under such a name, but
 * not with their logs.
 */
export function isSurelyDump(value: unknown): boolean {
	if (Array.isArray(value)) return value.some(isBeginning);
	if (!isObject(value)) return false;
	const { PeerConnections, peerConnections, UserAgent } = value;
	if (isObject(PeerConnections)) {
		const all = Object.values(PeerConnections);
		if (all.length === 0) return typeof UserAgent === 'string';
		return all.some(
			(one) => isObject(one) && (Array.isArray(one.updateLog) || isObject(one.stats))
		);
	}
	return (
		isObject(peerConnections) &&
		Object.values(peerConnections).some((list) => Array.isArray(list) && list.some(isEvent))
	);
}

const isEvent = (value: unknown) =>
	isObject(value) && typeof value.type === 'string' && ('timestamp' in value || 'time' in value);

/** Whether a value is the event with which the log of a connection begins, at a time. */
export function isBeginning(value: unknown): boolean {
	if (!isRtcstatsTuple(value) || value[0] !== 'create') return false;
	return value.some((one) => typeof one === 'number' && one >= FIRST_ABSOLUTE_TIME);
}
