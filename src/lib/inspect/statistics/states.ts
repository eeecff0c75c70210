import type { StatsObject } from '../dump';

type States = { [state: string]: string };

const ORDER = ['failed', 'disconnected', 'new', 'checking', 'completed', 'connected'];

/**
 * The states that statistics tell: those of the transports, and where these do not tell them, what follows
 * from the pairs (webrtc-pc, 4.3.3 and 5.6.4; webrtc-stats, `RTCTransportStats`). Nothing where nothing follows.
 */
export function statesOf(report: ReadonlyMap<string, StatsObject>): States {
	const all = [...report.values()];
	const transports = all.filter(({ type }) => type === 'transport');
	const pairs = all.filter(({ type }) => type === 'candidate-pair');
	const dtls = transports.map(({ dtlsState }) => dtlsState);
	const told = transports
		.map(({ iceState }) => iceState)
		.filter((state): state is string => typeof state === 'string' && ORDER.includes(state));
	const ofPath = transports.length + pairs.length > 0 ? ofPairs(pairs) : ofStreams(all);
	const ice = ORDER.find((state) => told.includes(state)) ?? ofPath ?? ofDtls(dtls);
	if (ice === null) return {};
	return { iceConnectionState: ice, connectionState: whole(ice, dtls) };
}

/** A pair that was chosen and works is a path. That all failed is no end: more may come. */
function ofPairs(pairs: readonly StatsObject[]): string | null {
	const isUsed = (pair: StatsObject) =>
		pair.state === 'succeeded' && (pair.nominated === true || pair.selected === true);
	if (pairs.some(isUsed)) return 'connected';
	if (pairs.some(({ state }) => state === 'in-progress' || state === 'inprogress'))
		return 'checking';
	const isOver = pairs.length > 0 && pairs.every(({ state }) => state === 'failed');
	return isOver ? 'checking' : null;
}

/** Where streams alone are given, what arrives has come through. */
function ofStreams(all: readonly StatsObject[]): string | null {
	const arrives = ({ type, packetsReceived }: StatsObject) =>
		type === 'inbound-rtp' && typeof packetsReceived === 'number' && packetsReceived > 0;
	return all.some(arrives) ? 'connected' : null;
}

const ofDtls = (states: readonly unknown[]): string | null =>
	states.includes('connected') ? 'connected' : null;

/** webrtc-pc, 4.3.3. */
function whole(ice: string, dtls: readonly unknown[]): string {
	if (ice === 'failed' || dtls.includes('failed')) return 'failed';
	if (ice === 'disconnected') return 'disconnected';
	const isUp = ice === 'connected' || ice === 'completed';
	if (isUp)
		return dtls.some((state) => state === 'new' || state === 'connecting')
			? 'connecting'
			: 'connected';
	return ice === 'new' ? 'new' : 'connecting';
}
