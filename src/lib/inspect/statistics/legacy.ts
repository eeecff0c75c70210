import type { DumpReport, StatsObject } from '../dump';

/** An object of the statistics that Chrome gave before the standard: all values are texts. */
type Legacy = { readonly [name: string]: unknown };
type Report = DumpReport['report'];

/** What the types of candidates were called. */
const CANDIDATE_TYPES: Readonly<Record<string, string>> = {
	local: 'host',
	stun: 'srflx',
	serverreflexive: 'srflx',
	peerreflexive: 'prflx',
	relayed: 'relay'
};

/** What members of a stream were called; the others have the names that they have now, or tell nothing here. */
const MEMBERS: Readonly<Record<string, string>> = {
	googPlisSent: 'pliCount',
	googFirsSent: 'firCount',
	googNacksSent: 'nackCount',
	googFrameRateReceived: 'framesPerSecond',
	googFrameRateSent: 'framesPerSecond',
	googTrackId: 'trackIdentifier'
};
const KEPT = /^(?:packets|bytes|frames)[A-Z]\w*$|^(?:ssrc|totalAudioEnergy|totalSamplesDuration)$/;

/** Types of the standard that say what a report is for: some loggers wrote both forms together. */
const STANDARD: ReadonlySet<unknown> = new Set(['inbound-rtp', 'outbound-rtp', 'candidate-pair']);

/** A report that is in the form from before the standard as the standard has it (webrtc-stats, 8). */
export function withoutLegacy(report: Report): Report {
	if ([...report.values()].some(({ type }) => STANDARD.has(type))) return report;
	const made = new Map<string, StatsObject>();
	for (const [id, object] of report) {
		const own = modern(object, id);
		for (const one of own.length > 0 ? own : [object]) if (!made.has(one.id)) made.set(one.id, one);
	}
	return made;
}

/** An object as the standard has it: a pair with its ends, a stream, a candidate; nothing where it is none of old. */
export function modern(object: Legacy, id: string): readonly StatsObject[] {
	if (isPair(object)) return pairOf(object, id);
	if (object.type === 'ssrc' || (/^ssrc_\d+_(?:recv|send)$/.test(id) && !object.kind)) {
		return streamOf(object, id);
	}
	if (typeof object.ipAddress === 'string' && object.portNumber !== undefined) {
		return [candidateOf(object, id)];
	}
	return [];
}

const isPair = ({ googLocalAddress, googRemoteAddress }: Legacy): boolean =>
	typeof googLocalAddress === 'string' && typeof googRemoteAddress === 'string';

const numberOf = (value: unknown): number | undefined =>
	value === undefined || value === '' || Number.isNaN(Number(value)) ? undefined : Number(value);

function pairOf(pair: Legacy, id: string): readonly StatsObject[] {
	const isUsed = pair.googActiveConnection === 'true' || pair.googActiveConnection === true;
	const isOpen = pair.googWritable === 'true' || pair.googWritable === true;
	const ends = (['local', 'remote'] as const).map((side) => endOf(pair, id, side));
	const counted = ['requestsSent', 'responsesReceived', 'requestsReceived', 'responsesSent'];
	return [
		{
			id,
			type: 'candidate-pair',
			state: isUsed || isOpen ? 'succeeded' : 'in-progress',
			nominated: isUsed,
			localCandidateId: ends[0]!.id,
			remoteCandidateId: ends[1]!.id,
			...numbersOf(pair, [...counted, 'bytesSent', 'bytesReceived'])
		},
		...ends
	];
}

function endOf(pair: Legacy, id: string, side: 'local' | 'remote'): StatsObject {
	const name = side === 'local' ? 'Local' : 'Remote';
	const whole = String(pair[`goog${name}Address`]);
	const at = whole.lastIndexOf(':');
	const known = pair[`${side}CandidateId`];
	return {
		id: typeof known === 'string' ? known : `${id} ${side}`,
		type: `${side}-candidate`,
		address: whole.slice(0, at).replace(/^\[(.*)\]$/, '$1'),
		port: numberOf(whole.slice(at + 1)),
		protocol: pair.googTransportType ?? 'udp',
		candidateType: typeOf(pair[`goog${name}CandidateType`])
	};
}

const typeOf = (type: unknown): string => CANDIDATE_TYPES[String(type)] ?? String(type);

function candidateOf(candidate: Legacy, id: string): StatsObject {
	return {
		id,
		type: /remote/.test(String(candidate.type)) ? 'remote-candidate' : 'local-candidate',
		address: candidate.ipAddress,
		port: numberOf(candidate.portNumber),
		protocol: candidate.transport ?? 'udp',
		candidateType: typeOf(candidate.candidateType)
	};
}

function streamOf(stream: Legacy, id: string): readonly StatsObject[] {
	const isSent = stream.packetsSent !== undefined || id.endsWith('_send');
	if (!isSent && stream.packetsReceived === undefined) return [];
	const isVideo =
		stream.mediaType === 'video' ||
		Object.keys(stream).some((name) => /^googFrame|^frames/.test(name));
	// Some loggers put 0 for what is not told; a rate tells that frames are decoded.
	const isSeen = (numberOf(stream.googFrameRateDecoded) ?? 0) > 0;
	const members = Object.entries(stream).flatMap(([name, value]) => {
		if (isSeen && /^frames(?:Received|Decoded)$/.test(name) && Number(value) === 0) return [];
		const now = KEPT.test(name) ? name : MEMBERS[name];
		const number = numberOf(value);
		return now === undefined ? [] : [[now, number ?? value]];
	});
	return [
		{
			...(Object.fromEntries(members) as object),
			id,
			type: isSent ? 'outbound-rtp' : 'inbound-rtp',
			kind: isVideo ? 'video' : 'audio'
		}
	];
}

function numbersOf(object: Legacy, names: readonly string[]): { [name: string]: number } {
	return Object.fromEntries(
		names.flatMap((name) => {
			const number = numberOf(object[name]);
			return number === undefined ? [] : [[name, number]];
		})
	);
}
