import type { TraceEntry } from '../../trace';
import type { Evidence } from '../finding';
import type { SessionPeer } from './session';

/** Milliseconds in a sentence: `0.3 s`, `12 s`. */
export function duration(ms: number): string {
	const seconds = Math.max(0, ms) / 1000;
	if (seconds < 0.095) return `${Math.round(seconds * 1000)} ms`;
	return `${seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds)} s`;
}

/** An entry of the trace as evidence. */
export function entry({ seq }: Pick<TraceEntry, 'seq'>, text: string): Evidence {
	return { kind: 'entry', seq, text };
}

/** Something that is known without an entry of its own. */
export function fact(text: string): Evidence {
	return { kind: 'fact', text };
}

/** Names in a sentence: `John and Jane`. */
export function named(peers: readonly SessionPeer[]): string {
	return peers.map(({ called }) => called).join(' and ');
}

/** A part of a long text. */
export function short(text: string, most = 120): string {
	return text.length > most ? `${text.slice(0, most)}…` : text;
}
