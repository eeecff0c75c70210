import { inForce } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import type { Exchange } from './exchange';

/** An “answer” with the credentials of the offer is the offer, handed back to whoever made it. */
export function echo({ offer, answer }: Exchange): Finding | null {
	const credentials = ({ description }: Exchange['offer']) =>
		['ice-ufrag', 'ice-pwd', 'fingerprint'].map((name) => {
			const [first] = description.sections;
			return first === undefined ? null : inForce(first, name);
		});
	const [mine, theirs] = [credentials(offer), credentials(answer)];
	const isSame = mine.every((line, at) => line !== null && line.value === theirs[at]?.value);
	if (!isSame) return null;
	return finding({
		id: 'answer.is-the-offer',
		severity: 'breaks the call',
		claim:
			'The answer has the ICE credentials and the fingerprint of the offer: it comes from the same side, not from the other.',
		because: [...lines(offer.of, mine), ...lines(answer.of, theirs)],
		todo: 'See how messages are told apart in signaling: each side hears what it sent itself.',
		source: 'RFC 8839, 5.4; RFC 8445, 5.3'
	});
}
