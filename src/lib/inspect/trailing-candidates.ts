import { candidateAs } from './find-candidates';
import type { FoundDescription } from './find-descriptions';
import type { Parts } from './parts';
import { ufragsIn } from './owners';

/**
 * The parts, without candidates that stand directly behind a description and are not its own, as their
 * user name fragments tell: of the other side, that were logged below it.
 */
export function withoutTrailing(parts: Parts): Parts {
	const cut = parts.descriptions.map(cutOf);
	if (cut.every(({ candidates }) => candidates.length === 0)) return parts;
	return {
		...parts,
		descriptions: cut.map(({ description }) => description),
		candidates: [...cut.flatMap(({ candidates }) => candidates), ...parts.candidates]
	};
}

function cutOf(description: FoundDescription): {
	description: FoundDescription;
	candidates: Parts['candidates'];
} {
	const { sdp, verbatim, start } = description;
	const own = ufragsIn(sdp);
	const from = own.size === 0 ? null : strangersFrom(sdp, own);
	if (from === null) return { description, candidates: [] };
	// What was taken out of a wrapping has no place of its own.
	const offset = verbatim ? start : null;
	const candidates = [...sdp.slice(from).matchAll(/a=candidate:[^\r\n]*/g)].map(
		({ 0: line, index }) => {
			const text = line.trimEnd();
			const place = offset === null ? null : offset + from + index;
			return candidateAs(text, { start: place, end: place === null ? null : place + text.length });
		}
	);
	const end = offset === null ? description.end : offset + from;
	return { description: { ...description, sdp: sdp.slice(0, from), end }, candidates };
}

/** Where the candidates begin at its end of which the first is of another side; null where there are none. */
function strangersFrom(sdp: string, own: ReadonlySet<string>): number | null {
	let from: number | null = null;
	for (let end = sdp.length; end > 0;) {
		const start = sdp.lastIndexOf('\n', end - 2) + 1;
		const line = sdp.slice(start, end).trim();
		if (line !== '' && !line.startsWith('a=candidate:')) break;
		const ufrag = / ufrag (\S+)/.exec(line)?.[1];
		if (ufrag !== undefined && !own.has(ufrag)) from = start;
		end = start;
	}
	return from;
}
