import { describe, expect, it } from 'vitest';
import { importDump } from '../../src/lib/inspect';
import { callName, outcomeOf } from '../../src/lib/inspect/call-names';
import { trackOf } from '../../src/lib/inspect/values';
import { distillWhole } from '../../src/lib/rtc/stats';
import { reduce, type PeerStats, type TraceEntry } from '../../src/lib/trace';
import { dumpIn, shown } from './made';

const AT = 1_600_000_000_000;
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/117.0.0.0';
const STATS = {
	timestamp: AT,
	T1: { timestamp: 0, type: 'transport', dtlsState: 'connected', selectedCandidatePairId: 'CP1' },
	CP1: {
		timestamp: 0,
		type: 'candidate-pair',
		state: 'inprogress',
		nominated: false,
		localCandidateId: 'L',
		remoteCandidateId: 'R'
	},
	L: { timestamp: 0, type: 'local-candidate', candidateType: 'host', address: '192.0.2.1' },
	R: { timestamp: 0, type: 'remote-candidate', candidateType: 'host', address: '192.0.2.2' }
};

/** Lines of JSON, as the servers of rtcstats write them: times to the millisecond, one after the other. */
const lines = (events: readonly unknown[][], more: (index: number) => unknown[] = () => []) =>
	events
		.map((event, index) => JSON.stringify([...event, AT + index * 10, ...more(index)]))
		.join('\n');

const CALL: unknown[][] = [
	['connectionInfo', null, { path: '/', origin: 'https://example.org', userAgent: AGENT }],
	['create', 'PC_0', { iceServers: [] }],
	['createOffer', 'PC_0', null],
	['createOfferOnSuccess', 'PC_0', { type: 'offer', sdp: 'v=0\r\n' }],
	['getstats', 'PC_0', STATS],
	['ontrack', 'PC_0', 'video:4bed3d6f stream:mixedmslabel'],
	['close', 'PC_0', []]
];

const statsIn = (entries: readonly TraceEntry[]) =>
	entries.filter(({ kind }) => kind === 'stats').map(({ data }) => data as unknown as PeerStats);

describe('rtcstats, however it writes its names', () => {
	it.each([
		['getstats', 'getStats'],
		['GETSTATS', 'getStats'],
		['createofferonsuccess', 'createOfferOnSuccess'],
		['setlocaldescription', 'setLocalDescription'],
		['SetRemoteDescriptionOnFailure', 'setRemoteDescriptionOnFailure'],
		['addicecandidatefailed', 'addIceCandidateFailed'],
		['Close', 'close'],
		['navigator.mediadevices.getusermedia', 'navigator.mediaDevices.getUserMedia'],
		['getUserMediaonsuccess', 'getUserMediaOnSuccess'],
		['dominantSpeaker', 'dominantSpeaker'],
		['onSuccess', 'onSuccess'],
		['', '']
	])('%s is %s', (name, expected) => {
		expect(callName(name)).toBe(expected);
	});

	it('tells an outcome from a call', () => {
		expect(outcomeOf('createOfferOnSuccess')).toEqual({
			call: 'createOffer',
			outcome: 'OnSuccess'
		});
		expect(outcomeOf('createOffer')).toBeNull();
	});

	it.each([
		['as they are', (name: string) => name],
		['in small letters', (name: string) => name.toLowerCase()],
		['in capitals', (name: string) => name.toUpperCase()]
	])('has the calls, the states and the statistics with names %s', (_, write) => {
		const events = CALL.map(([name, ...rest]) =>
			name === 'connectionInfo' ? [name, ...rest] : [write(name as string), ...rest]
		);
		const { entries, skipped, view } = shown(lines(events));
		expect(view.calls.map(({ name, status }) => `${name} ${status}`)).toEqual([
			'RTCPeerConnection resolved',
			'createOffer resolved',
			'close resolved'
		]);
		expect(statsIn(entries)).toMatchObject([
			{ dtls: { state: 'connected' }, selected: { local: { address: '192.0.2.1' } } }
		]);
		expect(view.peers.john.remoteTracks).toMatchObject([{ kind: 'video', id: '4bed3d6f' }]);
		expect(skipped).toEqual([]);
	});

	it('reads the browser and the page from connectionInfo, as an object or as JSON in a text', () => {
		const [info, ...rest] = CALL as [unknown[], ...unknown[][]];
		for (const value of [info[2], JSON.stringify(info[2])]) {
			const dump = dumpIn(lines([['connectionInfo', null, value], ...rest]));
			expect(dump.browser).toBe(AGENT);
			expect(dump.connections).toHaveLength(1);
		}
	});

	it('takes the time for the time where a number of the server’s own stands behind it', () => {
		const { entries } = shown(lines(CALL, (index) => [index + 1]));
		const times = entries.slice(1).map(({ at }) => at - AT);
		expect(Math.min(...times)).toBe(10);
		expect(Math.max(...times)).toBe(60);
	});

	it('calls a state by its name of today', () => {
		expect(statsIn(shown(lines(CALL)).entries)[0]?.pairs).toMatchObject([{ state: 'in-progress' }]);
	});

	it.each([
		['audio:abc stream:def', { kind: 'audio', id: 'abc', streams: ['def'] }],
		['video:abc -', { kind: 'video', id: 'abc', streams: [] }],
		['video:abc', { kind: 'video', id: 'abc', streams: [] }],
		['text:abc -', null],
		['video:', null]
	])('reads a track from %s', (value, expected) => {
		expect(trackOf(value)).toEqual(expected && { label: '', ...expected });
	});
});

describe('what is not understood of rtcstats is counted', () => {
	const counted = (events: unknown[][]) =>
		Object.fromEntries(shown(lines(events)).skipped.map(({ what, count }) => [what, count]));

	it('where it names no connection', () => {
		const others = [
			['identity', null, { user: 'x' }],
			['dominantSpeaker', null, 'y'],
			['createOfferOnSuccess', null, '']
		];
		expect(counted([...CALL, ...others])).toEqual({ 'events of no connection': 3 });
	});

	it('where statistics are no object', () => {
		expect(counted([...CALL, ['getstats', 'PC_0', ''], ['getStats', 'PC_0', 'x']])).toEqual({
			'statistics that are no object': 2
		});
	});

	it('where statistics are from before the standard, and no pair is made of them', () => {
		const old = { a: { type: 'googCandidatePair', googActiveConnection: 'true' } };
		const events = CALL.map((event) =>
			event[0] === 'getstats' ? ['getstats', 'PC_0', old] : event
		);
		expect(counted(events)).toEqual({ 'statistics in a form from before the standard': 1 });
		const { entries } = importDump(dumpIn(lines(events)), distillWhole);
		expect(reduce(entries).peers.john.stats).toBeNull();
	});

	it('where some stats objects are of unknown types', () => {
		const more = { ...STATS, X: { type: 'x-vendor' }, Y: { type: 'y-vendor' } };
		const events = CALL.map((event) =>
			event[0] === 'getstats' ? ['getstats', 'PC_0', more] : event
		);
		expect(counted(events)).toEqual({
			'stats objects of types that the standard does not have': 2
		});
	});

	it('where media was asked for by other pages, or its call is not there', () => {
		const media = 'navigator.mediaDevices.getUserMedia';
		expect(counted([...CALL, [media, '9-1', {}], [`${media}OnSuccess`, null, []]])).toEqual({
			'calls for media of other pages': 1,
			'outcomes of calls for media that are not in the dump': 1
		});
	});
});

describe('a file with the members of two forms', () => {
	const events = CALL.slice(1).map(([type, , value], index) => ({
		time: new Date(AT + index).toISOString(),
		type,
		value
	}));
	const internals = { '1-1': { updateLog: [], stats: {} } };

	it.each([
		['the first is empty', { PeerConnections: {}, peerConnections: { PC_0: events } }, 'PC_0'],
		['the second is empty', { PeerConnections: internals, peerConnections: {} }, '1-1'],
		['only the second is there', { peerConnections: { PC_0: events } }, 'PC_0'],
		['the order is another', { peerConnections: { PC_0: events }, PeerConnections: {} }, 'PC_0']
	])('is what is full of it: %s', (_, file, id) => {
		const dump = dumpIn(JSON.stringify({ userAgent: AGENT, ...file }));
		expect(dump.connections.map((one) => one.id)).toEqual([id]);
	});

	it('has the calls for media that stand beside the connections', () => {
		const getUserMedia = [
			{ time: new Date(AT).toISOString(), type: 'getUserMedia', value: { audio: true } },
			{ time: new Date(AT + 1).toISOString(), type: 'getUserMediaOnSuccess', value: [] }
		];
		const file = { PeerConnections: {}, getUserMedia, peerConnections: { PC_0: events } };
		const { view } = shown(JSON.stringify(file));
		expect(view.calls.map(({ name, status }) => `${name} ${status}`)).toContain(
			'getUserMedia resolved'
		);
	});

	it('says that a connection has no list of events', () => {
		const file = { peerConnections: { PC_0: events, PC_1: 'gone' } };
		expect(dumpIn(JSON.stringify(file)).skipped).toEqual([
			{ what: 'connections without a list of events', count: 1 }
		]);
	});
});
