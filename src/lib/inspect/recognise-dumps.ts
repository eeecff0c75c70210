import { counted } from './counted';
import { skippedSentence, type Dump } from './dump';
import { mergeDumps, type NamedDump } from './merge';
import type { Recognised } from './recognised';

/** What a dump is. */
export function ofDump(dump: Dump): Recognised {
	const count = dump.connections.length;
	const what =
		dump.source === 'rtcstats' ? 'A dump of rtcstats' : 'A dump of chrome://webrtc-internals';
	const skipped = skippedSentence(dump.skipped);
	const told = [`${what} with ${counted(count, 'connection', 'connections')}.`, dump.note, skipped];
	const sentence = told.filter(Boolean).join(' ');
	return dump.source === 'rtcstats'
		? { kind: 'rtcstats', sentence, dump }
		: { kind: 'webrtc-internals', sentence, dump };
}

/** What several dumps are together. */
export function ofDumps(named: readonly NamedDump[]): Recognised {
	const dump = mergeDumps(named);
	const { source, connections, note, skipped } = dump;
	const of = source === 'mixed' ? 'webrtc-internals and rtcstats' : source;
	const sentence = [
		`${named.length} dumps of ${of} with ${counted(connections.length, 'connection')}.`,
		note,
		skippedSentence(skipped)
	];
	return { kind: 'several', sentence: sentence.filter(Boolean).join(' '), dump };
}

/**
 * What the dumps of one text are; null where there are none.
 *
 * @param left how many lines around them look like SDP or a candidate
 */
export function ofFoundDumps([first, ...more]: readonly Dump[], left: number): Recognised | null {
	if (!first) return null;
	const what = 'lines around it that look like SDP or a candidate';
	const skipped = left > 0 ? [...first.skipped, { what, count: left }] : first.skipped;
	const told = { ...first, skipped };
	if (more.length === 0) return ofDump(told);
	return ofDumps([told, ...more].map((dump, index) => ({ name: `dump ${index + 1}`, dump })));
}
