import type { Json, TraceEntry } from '../trace/entry';
import type { Check } from './check';
import { callOf, capital, counted, firstOf, linesOf, sdpOf, shown } from './reading.ts';

/** The lines of these that are not among the others. */
const without = (lines: readonly string[], others: readonly string[]) => {
	const known = new Set(others);
	return lines.filter((line) => !known.has(line));
};

const isCredential = (line: string) => /^a=(ice-ufrag|ice-pwd|fingerprint):/.test(line);
/** What a section can be coded with: a payload type and a name; how the rest is written is the browser’s. */
const codecsOf = (lines: readonly string[]) =>
	lines.flatMap((line) => /^a=rtpmap:\d+ [^/]+/.exec(line)?.[0] ?? []);

/** John’s local description as it read at an entry; null where there was none. */
function descriptionAt(entries: readonly TraceEntry[], until: number): string | null {
	const read = entries.findLast(
		({ kind, peer, name, seq }) =>
			kind === 'changed' && peer === 'john' && seq <= until && /LocalDescription/.test(name)
	);
	const { pendingLocalDescription, currentLocalDescription } = (read?.data ?? {}) as {
		[name: string]: Json;
	};
	return sdpOf(pendingLocalDescription ?? currentLocalDescription);
}

/**
 * What has become of the text that John set, once gathering is complete: the candidates are written into the
 * description (RFC 9429, 4.1.14), and nothing else of it is decided yet.
 */
export const descriptionGrows: Check = {
	answers: ['candidates were added', 'it is the same', 'codecs were removed', 'new credentials'],
	expected: 'candidates were added',
	read(view, entries) {
		const { states } = view.peers.john;
		const set = sdpOf(callOf(view, 'john', 'setLocalDescription')?.args);
		const complete = firstOf(states.iceGatheringState, 'complete');
		const now = complete && descriptionAt(shown(view, entries), complete.seq);
		if (set === null || !complete || !now) return null;
		const [old, lines] = [linesOf(set), linesOf(now)];
		const [removed, added] = [without(old, lines), without(lines, old)];
		const candidates = added.filter((line) => line.startsWith('a=candidate:')).length;
		const changed = removed.filter(isCredential).length + added.filter(isCredential).length;
		const codecs = without(codecsOf(old), codecsOf(lines)).length;
		const rest = `; of ufrag, password and fingerprint ${changed === 0 ? 'not one line' : counted(changed, 'line')} differed.`;
		const proof = `When gathering was complete, ${counted(candidates, 'line')} of a=candidate had come, and ${counted(codecs, 'codec')} had gone${rest}`;
		const is =
			changed > 0
				? 'new credentials'
				: codecs > 0
					? 'codecs were removed'
					: candidates > 0
						? 'candidates were added'
						: removed.length + added.length === 0
							? 'it is the same'
							: null;
		return is && { is, proof: capital(proof), seq: complete.seq };
	}
};
