import type { Evidence } from '../finding';

/** A stats object (webrtc-stats, 7.1), as loosely typed as browsers fill it in. */
export type Stats = {
	readonly id: string;
	readonly type: string;
	readonly [name: string]: unknown;
};

/** What `getStats()` gave once, of a connection that is called by a name. */
export class Moment {
	readonly called: string;
	readonly #all: readonly Stats[];

	constructor(called: string, report: ReadonlyMap<string, Stats>) {
		this.called = called;
		this.#all = [...report.values()];
	}

	/** All of a type, of one kind where that is asked for. */
	of(type: string, kind?: string): readonly Stats[] {
		return this.#all.filter(
			(one) => one.type === type && (kind === undefined || one.kind === kind)
		);
	}

	/** Whether somebody has given streams alone, as `receiver.getStats()` or a filter does. */
	get isOfStreams(): boolean {
		return this.of('transport').length + this.of('candidate-pair').length === 0;
	}

	/**
	 * Whether media and data can pass: ICE has a path, and DTLS its keys as far as that is told. Of streams
	 * alone that is not told, and what arrives has come through.
	 */
	get isConnected(): boolean {
		if (this.isOfStreams) return sum(this.of('inbound-rtp'), 'packetsReceived') > 0;
		const isUsed = ({ state, nominated, selected }: Stats) =>
			state === 'succeeded' && (nominated === true || selected === true);
		const [transport] = this.of('transport');
		const ice = transport?.iceState;
		if (ice !== undefined && ice !== 'connected' && ice !== 'completed') return false;
		const dtls = transport?.dtlsState;
		return dtls === undefined || dtls === 'unknown'
			? this.of('candidate-pair').some(isUsed)
			: dtls === 'connected';
	}

	/** Whether the connection stands long enough that something had to come: packets left, or arrived. */
	get isSettled(): boolean {
		const left = sum(this.of('outbound-rtp'), 'packetsSent');
		const arrived = sum(this.of('inbound-rtp'), 'packetsReceived');
		const consents = sum(this.of('candidate-pair'), 'responsesReceived');
		return left >= ENOUGH || arrived >= ENOUGH || consents >= SOME;
	}
}

/** So many packets are two seconds of sound. */
const ENOUGH = 100;
/** Consent is asked for every five seconds (RFC 7675, 5.1), and each pair is checked before. */
const SOME = 8;

/** Whether a connection stood when `getStats()` gave this. */
export const isConnected = (report: ReadonlyMap<string, Stats>): boolean =>
	new Moment('', report).isConnected;

/** A member that is a number; 0 where it is not told. */
export function count(stats: Stats, name: string): number {
	const value = stats[name];
	return typeof value === 'number' ? value : 0;
}

/** A member over several objects. */
export function sum(all: readonly Stats[], name: string): number {
	return all.reduce((total, one) => total + count(one, name), 0);
}

/** Whether any of the objects tells a member. */
export function isTold(all: readonly Stats[], name: string): boolean {
	return all.some((one) => typeof one[name] === 'number');
}

/** Members of an object as evidence, those that it tells. */
export function figures(stats: Stats, names: readonly string[]): Evidence {
	const told = names.flatMap((name) =>
		stats[name] === undefined ? [] : [`${name} ${String(stats[name])}`]
	);
	return { kind: 'fact', text: `${stats.type} ${stats.id.slice(0, 40)}: ${told.join(', ')}` };
}
