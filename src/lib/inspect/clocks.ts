import { LOCAL } from './call-names';
import type { DumpEvent } from './dump';
import { candidateOf, descriptionOf } from './values';

/**
 * When a connection first had what it sends, and when it first was given what the other sent, in
 * milliseconds of its own clock. The keys are the same at both ends.
 */
export interface Moments {
	readonly made: ReadonlyMap<string, number>;
	readonly taken: ReadonlyMap<string, number>;
}

/** By how many milliseconds a clock may be moved at least and at most; not finite where that is open. */
export interface Bounds {
	readonly least: number;
	readonly most: number;
}

/** Nothing is known of a clock. */
export const OPEN: Bounds = { least: -Infinity, most: Infinity };

const LINE_OF_CANDIDATE = /^a=(candidate:\S.*?)\s*$/gm;

/**
 * What was sent and what came, by the log of a connection. A description was there as soon as
 * `createOffer` gave it: an application may send it before it sets it. It is known again by type, origin
 * with its version, and username fragment, for lines of it may be changed on the way and candidates come
 * to it.
 */
export function momentsOf(events: readonly DumpEvent[]): Moments {
	const made = new Map<string, number>();
	const taken = new Map<string, number>();
	for (const { at, name, value } of events) {
		const bare = name.toLowerCase().replace(/^on/, '');
		if (bare === 'icecandidate') keepCandidate(made, value, at);
		else if (name === 'addIceCandidate') keepCandidate(taken, value, at);
		else if (LOCAL.has(name)) keepDescription(made, value, at);
		else if (name === 'setRemoteDescription') {
			keepDescription(taken, value, at);
			const sdp = descriptionOf(value)?.sdp ?? '';
			for (const [, text] of sdp.matchAll(LINE_OF_CANDIDATE)) earliest(taken, text!, at);
		}
	}
	return { made, taken };
}

function keepCandidate(into: Map<string, number>, value: unknown, at: number): void {
	const text = candidateOf(value)?.candidate.trim().replace(/^a=/, '');
	if (text) earliest(into, text, at);
}

function keepDescription(into: Map<string, number>, value: unknown, at: number): void {
	const description = descriptionOf(value);
	const origin = /^o=.*\S/m.exec(description?.sdp ?? '')?.[0];
	if (!description || origin === undefined) return;
	const ufrag = /^a=ice-ufrag:(\S+)/m.exec(description.sdp)?.[1] ?? '';
	// A provisional answer may be sent on as the answer.
	const type = description.type === 'offer' ? 'offer' : 'answer';
	earliest(into, `${type} ${origin} ${ufrag}`, at);
}

function earliest(into: Map<string, number>, key: string, at: number): void {
	into.set(key, Math.min(at, into.get(key) ?? Infinity));
}

/**
 * How far the clock of one end may be moved so that at both ends nothing comes before it was sent.
 * @param fixed the end whose clock stays
 * @param moved the end whose clock is moved
 */
export function boundsOf(fixed: Moments, moved: Moments): Bounds {
	let { least, most } = OPEN;
	for (const [key, at] of moved.taken) {
		const sent = fixed.made.get(key);
		if (sent !== undefined) least = Math.max(least, sent - at);
	}
	for (const [key, at] of fixed.taken) {
		const sent = moved.made.get(key);
		if (sent !== undefined) most = Math.min(most, at - sent);
	}
	return { least, most };
}

/** What two bounds leave. Where they contradict each other, `least` is above `most`. */
export function both(a: Bounds, b: Bounds): Bounds {
	return { least: Math.max(a.least, b.least), most: Math.min(a.most, b.most) };
}

/**
 * By how many milliseconds a clock is moved: not at all where that fits, else to the middle of what
 * fits, or a millisecond past the only bound.
 */
export function shiftWithin({ least, most }: Bounds): number {
	if (least <= 0 && most >= 0) return 0;
	if (most === Infinity) return least + 1;
	if (least === -Infinity) return most - 1;
	return (least + most) / 2;
}
