import { finding, type Finding } from '../finding';
import { fingerprintsOf, transportValue } from '../session/leading';
import { authorOf } from '../session/read-sdp';
import type { Session } from '../session/session';
import { entry } from '../session/words';
import { areTwoSides, type Side } from '../two-sides';

/**
 * One connection that two have answered: the later answer has another session id, other credentials and
 * another certificate, though the offer did not restart ICE (RFC 3264, 8; RFC 8866, 5.2; RFC 8839, 4.4.1).
 */
export function twoAnswerers({ peers }: Session): Finding | null {
	for (const { exchanges, called } of peers) {
		for (const [index, { offer, answer }] of exchanges.entries()) {
			const before = exchanges[index - 1];
			if (before === undefined || offer.side !== before.offer.side || answer.side !== 'remote') {
				continue;
			}
			const hasRestarted = ufragOf(offer.sdp) !== ufragOf(before.offer.sdp);
			if (hasRestarted || !areTwoSides(sideOf(before.answer.sdp), sideOf(answer.sdp))) continue;
			return finding({
				id: 'negotiation.two-answerers',
				severity: 'breaks a part',
				claim: `${called}’s connection was answered by two: the second answer has another session id (${authorOf(answer.sdp)} after ${authorOf(before.answer.sdp)}), other ICE credentials and another certificate. The first one is cut off by it.`,
				because: [
					entry(before.answer, `the first: ${credentials(before.answer.sdp)}`),
					entry(answer, `the second: ${credentials(answer.sdp)}`)
				],
				todo: 'Make a connection for each side that is to be called, each with an offer of its own.',
				source: 'RFC 3264, 8; RFC 8866, 5.2; RFC 8839, 4.4.1'
			});
		}
	}
	return null;
}

const ufragOf = (sdp: string): string | null => transportValue(sdp, 'ice-ufrag');

function sideOf(sdp: string): Side {
	return {
		author: authorOf(sdp) || null,
		ufrag: ufragOf(sdp),
		fingerprint: fingerprintsOf(sdp).join(' ') || null
	};
}

function credentials(sdp: string): string {
	const [fingerprint = 'no fingerprint'] = fingerprintsOf(sdp);
	return `o=${authorOf(sdp)}, a=ice-ufrag:${ufragOf(sdp) ?? ''}, ${fingerprint.slice(0, 20)}…`;
}
