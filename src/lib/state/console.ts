import type { Walk } from '$lib/call/walk';

/**
 * What a page has in the console: the real peers, and the trace as it is, masked screen or not. They are
 * asked for by name, and whoever looks at a console looks for what is really there.
 */
export function consoleOf(walk: () => Walk) {
	return {
		get john() {
			return walk().live.john.pc;
		},
		get jane() {
			return walk().live.jane.pc;
		},
		get trace() {
			return walk().trace.entries;
		}
	};
}
