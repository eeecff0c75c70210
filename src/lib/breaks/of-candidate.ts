import { otherIceText } from './characters.ts';
import type { ReadyMade } from './ready-made.ts';

/** The change of a candidate that goes for its `usernameFragment` as well. */
export const OTHER_ROUND = 'another-ufrag-candidate';

/** The address of a line, with what stands in front of it (RFC 8839, 5.1). */
const ADDRESS = /^(candidate:\S+(?: +\S+){3} +)\S+(?= +\d+ )/;
/** Its port, with what stands in front of it. */
const PORT = /^(candidate:\S+(?: +\S+){4} +)\d+(?= )/;

const unless = (before: string, after: string) => (after === before ? null : after);

/** Changes of the line of a candidate (RFC 8839, 5.1). */
export const OF_CANDIDATE: readonly ReadyMade[] = [
	{
		id: OTHER_ROUND,
		title: 'Change one character of its ufrag',
		about:
			'The ufrag tells which round of ICE the candidate belongs to: that of the description with the same one.',
		of: 'candidate',
		change: (line) =>
			unless(
				line,
				line.replace(
					/^(candidate:.* ufrag )(\S+)/,
					(_, before, ufrag) => before + otherIceText(ufrag)
				)
			)
	},
	{
		id: 'another-port',
		title: 'Change its port to 9',
		about: 'Checks are sent to this port; 9 is the one for what shall be thrown away.',
		of: 'candidate',
		change: (line) =>
			unless(
				line,
				line.replace(PORT, (_, before) => `${before}9`)
			)
	},
	{
		id: 'another-address',
		title: 'Change its address to 192.0.2.1',
		about:
			'Checks are sent to this address; 192.0.2.1 is kept for examples, and nobody should have it.',
		of: 'candidate',
		change: (line) =>
			unless(
				line,
				line.replace(ADDRESS, (_, before) => `${before}192.0.2.1`)
			)
	},
	{
		id: 'not-a-candidate',
		title: 'Put “hello” in its place',
		about: 'The line has a grammar, by which its address and all else are told from each other.',
		of: 'candidate',
		change: (line) => (line.startsWith('candidate:') ? 'hello' : null)
	}
];
