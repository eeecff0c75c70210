import { PEER_NAMES } from '../trace/entry.ts';
import type { Check } from './check';
import { capital, counted, created, linesOf, sectionsOf, shown, statsOf } from './reading.ts';

/**
 * How many transports a description asks for: one for all sections of a BUNDLE group (RFC 9143, 7), one for
 * each of the others, and twice as many where RTCP has one of its own (RFC 5761).
 */
function transportsOf(sdp: string): number {
	const group = linesOf(sdp).find((line) => line.startsWith('a=group:BUNDLE'));
	const mids = group?.split(' ').slice(1) ?? [];
	const open = sectionsOf(sdp).filter(
		(lines) => !/^m=\S+ 0 /.test(lines[0]!) || lines.includes('a=bundle-only')
	);
	const midOf = (lines: string[]) => lines.find((line) => line.startsWith('a=mid:'))?.slice(6);
	const bundled = open.filter((lines) => mids.includes(midOf(lines) ?? ''));
	const alone = open.filter((lines) => !bundled.includes(lines));
	return [...bundled.slice(0, 1), ...alone].reduce(
		(sum, lines) => sum + (lines.includes('a=rtcp-mux') ? 1 : 2),
		0
	);
}

/** How many pairs carry the call: one selected pair for each transport (RFC 8445, 8.1.1). */
export const howManyPairs: Check = {
	answers: ['one', 'two', 'four'],
	expected: 'one',
	read(view, entries) {
		const all = shown(view, entries);
		const answer = created(view, all, 'jane', 'createAnswer');
		const selected = PEER_NAMES.map((peer) =>
			statsOf(all, peer).find(({ stats }) => stats.selected)
		);
		if (!answer || selected.some((report) => !report)) return null;
		const count = transportsOf(answer.sdp);
		const is = { 1: 'one', 2: 'two', 4: 'four' }[count];
		if (is === undefined) return null;
		const group = linesOf(answer.sdp).find((line) => line.startsWith('a=group:BUNDLE'));
		const sections = sectionsOf(answer.sdp).length;
		return {
			is,
			proof: `${capital(counted(sections, 'section'))}, and the answer says ${group ?? 'nothing of BUNDLE'}: ${counted(count, 'transport')}, and each peer has selected a pair.`,
			seq: Math.max(...selected.map((report) => report!.seq))
		};
	}
};
