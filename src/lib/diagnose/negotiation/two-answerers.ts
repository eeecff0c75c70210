import { finding, type Finding } from '../finding';
import { fingerprintsOf, transportValue } from '../session/leading';
import { authorOf } from '../session/read-sdp';
import type { Session } from '../session/session';
import { entry } from '../session/words';

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
			const isOther =
				authorOf(answer.sdp) !== authorOf(before.answer.sdp) &&
				differs(answer.sdp, before.answer.sdp, (sdp) => transportValue(sdp, 'ice-ufrag')) &&
				differs(answer.sdp, before.answer.sdp, (sdp) => fingerprintsOf(sdp).join(' '));
			if (!isOther) continue;
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

function differs(one: string, other: string, read: (sdp: string) => string | null): boolean {
	return read(one) !== read(other);
}

function credentials(sdp: string): string {
	const [fingerprint = 'no fingerprint'] = fingerprintsOf(sdp);
	return `o=${authorOf(sdp)}, a=ice-ufrag:${transportValue(sdp, 'ice-ufrag') ?? ''}, ${fingerprint.slice(0, 20)}…`;
}
