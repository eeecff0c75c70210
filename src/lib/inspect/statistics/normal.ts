import type { StatsObject } from '../dump';
import { isObject } from '../values';

/** What Firefox called these before the standard did, and others without hyphens. */
const OLD_TYPES: Readonly<Record<string, string>> = {
	candidatepair: 'candidate-pair',
	localcandidate: 'local-candidate',
	remotecandidate: 'remote-candidate',
	inboundrtp: 'inbound-rtp',
	outboundrtp: 'outbound-rtp',
	'webrtc-transport': 'transport'
};

/** Types that only statistics have, and members without which an object of that type is something else. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
	'candidate-pair': ['localCandidateId', 'remoteCandidateId', 'state', 'nominated'],
	'local-candidate': ['candidateType', 'address', 'ip', 'port', 'protocol'],
	'remote-candidate': ['candidateType', 'address', 'ip', 'port', 'protocol'],
	'inbound-rtp': ['ssrc', 'packetsReceived', 'bytesReceived', 'packetCount'],
	'outbound-rtp': ['ssrc', 'packetsSent', 'bytesSent'],
	'remote-inbound-rtp': ['ssrc', 'packetsLost', 'roundTripTime'],
	'remote-outbound-rtp': ['ssrc', 'packetsSent', 'bytesSent'],
	transport: ['dtlsState', 'iceState', 'selectedCandidatePairId', 'bytesSent', 'bytesReceived'],
	'media-source': ['trackIdentifier', 'kind', 'audioLevel', 'framesPerSecond'],
	'peer-connection': ['dataChannelsOpened', 'dataChannelsClosed'],
	'data-channel': ['messagesSent', 'messagesReceived', 'dataChannelIdentifier']
};

/** Types that say nothing alone, but belong to the others. */
const BESIDE = new Set([
	'codec',
	'certificate',
	'media-playout',
	'track',
	'stream',
	'sender',
	'receiver',
	'transceiver',
	'csrc',
	'sctp-transport',
	'ice-server'
]);

/** How a stats object counts: as one for certain, as one beside others, or as none. */
export type Kind = 'certain' | 'beside' | null;

/** Whether an object is one of `getStats()`, by its type and members (webrtc-stats, 7.1). */
export function kindOf(given: { readonly [name: string]: unknown }): Kind {
	const type = typeOf(given);
	if (type === null) return null;
	const object = given.values === undefined ? given : { ...membersIn(given.values), ...given };
	const telling = TELLING[type];
	if (telling) return telling.some((name) => object[name] !== undefined) ? 'certain' : null;
	const hasTime = object.timestamp !== undefined || object.timestampUs !== undefined;
	return BESIDE.has(type) && (hasTime || object.id !== undefined) ? 'beside' : null;
}

function typeOf({ type }: { readonly [name: string]: unknown }): string | null {
	if (typeof type !== 'string') return null;
	const name = type.toLowerCase().replace(/_/g, '-');
	return OLD_TYPES[name] ?? name;
}

/** Members that are texts, also where they look like numbers. */
const TEXTS = /(?:[iI]d|^mid|^rid|Identifier|^foundation|Fragment|^address|^ip|^sdpFmtpLine)$/;

/** The types of candidates by the numbers that pion prints. */
const OF_PION = ['unknown', 'host', 'srflx', 'prflx', 'relay'];

/**
 * A stats object as browsers give it today: React Native writes a list of members, older browsers other
 * names, some libraries all values as texts.
 */
export function normalised(object: { readonly [name: string]: unknown }, id: string): StatsObject {
	const { values, ...own } = object;
	const members: { [name: string]: unknown } = { ...own, ...membersIn(values) };
	const result: StatsObject = { id, type: '' };
	for (const [name, value] of Object.entries(members)) {
		result[name] = typeof value === 'string' && !TEXTS.test(name) ? valueOf(value) : value;
	}
	const { mid, ip, mediaType, address, timestampUs, timestamp } = result;
	const { candidateType, protocol, networkType } = result;
	if (typeof mid === 'number') result.mid = String(mid);
	if (address === undefined && ip !== undefined) result.address = ip;
	if (result.kind === undefined && mediaType !== undefined) result.kind = mediaType;
	if (typeof candidateType === 'number') result.candidateType = OF_PION[candidateType];
	if (
		protocol === undefined &&
		typeof networkType === 'string' &&
		/^(?:udp|tcp)[46]$/.test(networkType)
	)
		result.protocol = networkType.slice(0, 3);
	const isInbound = typeOf(object) === 'inbound-rtp';
	// As mediasoup counts them.
	for (const [counted, name] of [
		['packetCount', isInbound ? 'packetsReceived' : 'packetsSent'],
		['byteCount', isInbound ? 'bytesReceived' : 'bytesSent']
	] as const) {
		if (result[counted] !== undefined && result[name] === undefined) result[name] = result[counted];
	}
	if (timestamp === undefined && typeof timestampUs === 'number')
		result.timestamp = timestampUs / 1000;
	return Object.assign(result, { id, type: typeOf(object) ?? '' });
}

/** Members in a list of objects with one each, or in an object. */
function membersIn(values: unknown): { [name: string]: unknown } {
	if (Array.isArray(values))
		return Object.assign({}, ...values.filter(isObject)) as object as never;
	return isObject(values) ? values : {};
}

function valueOf(text: string): unknown {
	if (text === 'true' || text === 'false') return text === 'true';
	return /^-?\d{1,15}(?:\.\d{1,20})?$/.test(text) ? Number(text) : text;
}
