import { candidateType, isCandidate } from './candidate-type.ts';
import { otherIceText } from './characters.ts';
import { rewritten, without } from './lines.ts';
import type { ReadyMade } from './ready-made.ts';

/** Another value of the same length for each line of an attribute. */
const otherValues = (name: string) => (sdp: string) =>
	rewritten(sdp, (line) =>
		line.startsWith(name) ? name + otherIceText(line.slice(name.length)) : line
	);

const END = 'a=end-of-candidates';

/** Changes of what a description says for ICE (RFC 8839, 5). */
export const OF_ICE: readonly ReadyMade[] = [
	{
		id: 'another-ufrag',
		title: 'Change one character of the ufrag',
		about:
			'Every connectivity check names the ufrag of the side that it is sent to, which tells what session it belongs to.',
		of: 'description',
		change: otherValues('a=ice-ufrag:')
	},
	{
		id: 'another-password',
		title: 'Change one character of the ICE password',
		about:
			'Every connectivity check is signed with the password of the side that it is sent to, so that only who has read its description can send one.',
		of: 'description',
		change: otherValues('a=ice-pwd:')
	},
	{
		id: 'no-candidates',
		title: 'Remove all its candidates',
		about:
			'They are addresses at which its sender may be reached; others may still come by themselves.',
		of: 'description',
		change: (sdp) =>
			without(sdp, isCandidate) === null
				? null
				: without(sdp, (line) => isCandidate(line) || line === END)
	},
	{
		id: 'relay-only',
		title: 'Keep only its relay candidates',
		about: 'A relay candidate is an address at a TURN server, which forwards what comes to it.',
		of: 'description',
		change(sdp) {
			const isRelay = (line: string) => isCandidate(line) && candidateType(line) === 'relay';
			const hasRelay = without(sdp, isRelay) !== null;
			return hasRelay ? without(sdp, (line) => isCandidate(line) && !isRelay(line)) : null;
		}
	}
];
