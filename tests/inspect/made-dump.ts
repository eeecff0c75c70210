import { answerOf, candidate, offerOf } from '../diagnose/made-call';
import type { MadeObject } from './made-statistics';

const BEGAN = 1_795_733_554_000;

/** One line of the log of a connection: seconds since it began, name, value. */
export type Logged = readonly [at: number, name: string, value?: unknown];

export interface MadeConnection {
	readonly id?: string;
	readonly configuration?: object | string;
	readonly log: readonly Logged[];
	/** What `getStats()` gives at a second; of none where it is left out. */
	readonly statistics?: (second: number) => readonly MadeObject[];
	/** The seconds at which it is asked, the first and the last. */
	readonly asked?: readonly [from: number, to: number];
}

/** A dump of chrome://webrtc-internals, as versions since 138 write it. */
export function internalsDump(connections: readonly MadeConnection[], more: object = {}): string {
	return JSON.stringify({
		getUserMedia: [],
		PeerConnections: Object.fromEntries(
			connections.map((one, index) => [one.id ?? `8-${index + 1}`, internalsOf(one)])
		),
		UserAgent: 'Mozilla/5.0 Chrome/143.0.0.0 Safari/537.36',
		...more
	});
}

/** The time of a second of a made dump, in milliseconds since the epoch. */
export const timeOf = (second: number): number => BEGAN + second * 1000;

function internalsOf({ configuration = {}, log, statistics, asked = [1, 12] }: MadeConnection) {
	return {
		pid: 1,
		url: 'https://call.example.test/room',
		rtcConfiguration:
			typeof configuration === 'string' ? configuration : JSON.stringify(configuration),
		updateLog: log.map(([at, type, value]) => ({
			timestamp: timeOf(at),
			type,
			value: typeof value === 'object' ? JSON.stringify(value) : (value ?? '')
		})),
		stats: statistics ? seriesOf(statistics, asked) : {}
	};
}

function seriesOf(
	statistics: NonNullable<MadeConnection['statistics']>,
	[from, to]: readonly [number, number]
) {
	const series: { [name: string]: { statsType: string; times: number[]; values: unknown[] } } = {};
	for (let second = from; second <= to; second += 1) {
		for (const { id, type, ...members } of statistics(second)) {
			for (const [name, value] of Object.entries({ ...members, timestamp: timeOf(second) })) {
				const one = (series[`${id}-${name}`] ??= { statsType: type, times: [], values: [] });
				one.times.push(timeOf(second));
				one.values.push(value);
			}
		}
	}
	return Object.fromEntries(
		Object.entries(series).map(([name, { statsType, times, values }]) => [
			name,
			{
				startTime: new Date(times[0]!).toISOString(),
				endTime: new Date(times.at(-1)!).toISOString(),
				statsType,
				values: JSON.stringify(values)
			}
		])
	);
}

/** The log of a side that offers, until it has an answer and a candidate of each side. */
export function offered({
	offer = offerOf(),
	answer = answerOf(),
	own = [candidate('192.168.7.4')],
	others = [candidate('203.0.113.7', 50_002, 'typ srflx raddr 0.0.0.0 rport 0', 'bbbb')]
}: Partial<Record<'offer' | 'answer', { type: string; sdp: string }>> &
	Partial<Record<'own' | 'others', readonly object[]>> = {}): Logged[] {
	return [
		[0, 'createOffer', {}],
		[0.01, 'createOfferOnSuccess', offer],
		[0.02, 'setLocalDescription', offer],
		[0.03, 'onsignalingstatechange', '"have-local-offer"'],
		[0.04, 'setLocalDescriptionOnSuccess'],
		[0.05, 'onicegatheringstatechange', '"gathering"'],
		...own.map((one): Logged => [0.06, 'onicecandidate', one]),
		[0.07, 'onicegatheringstatechange', '"complete"'],
		[0.1, 'setRemoteDescription', answer],
		[0.11, 'onsignalingstatechange', '"stable"'],
		[0.12, 'setRemoteDescriptionOnSuccess'],
		...others.map((one): Logged => [0.13, 'addIceCandidate', one])
	];
}

/** States that a log tells at one time. */
export const states = (at: number, ice: string, connection = ice): Logged[] => [
	[at, 'oniceconnectionstatechange', `"${ice}"`],
	[at, 'onconnectionstatechange', `"${connection}"`]
];

/** The log of an offerer that is connected within half a second. */
export const cameAbout = (given: Parameters<typeof offered>[0] = {}): Logged[] => [
	...offered(given),
	...states(0.2, 'checking', 'connecting'),
	...states(0.4, 'connected')
];

/** Of one that fails after some seconds. */
export const cameToNothing = (given: Parameters<typeof offered>[0] = {}, after = 15): Logged[] => [
	...offered(given),
	...states(0.2, 'checking', 'connecting'),
	...states(after, 'failed')
];
