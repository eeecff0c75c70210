import { fixed } from '$lib/trace/numbers';

/** Milliseconds since the first offer: `+0.413 s`, `−2.1 s`. */
export function sinceWords(ms: number): string {
	const seconds = Math.abs(ms) / 1000;
	const digits = seconds < 10 ? 3 : 1;
	// What rounds to nothing has no sign.
	const written = fixed(seconds, digits);
	if (Number(written) === 0) return '0 s';
	return `${ms < 0 ? '−' : '+'}${written} s`;
}
