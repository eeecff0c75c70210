import { authorOf, inForce, type Line } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import type { Material } from '../material';
import { areTwoSides, type Side } from '../two-sides';
import type { Exchange } from './exchange';
import { credentialsOf, keeps, valuesOf } from './standing';

/** The fingerprint by which the first section that is used is known. */
function fingerprintOf({ description }: Material): Line | null {
	const section = description.sections.find(({ isRejected }) => !isRejected);
	return section ? inForce(section, 'fingerprint') : null;
}

function sideOf(one: Material): Side {
	return {
		author: authorOf(one.description),
		ufrag: valuesOf(credentialsOf(one))[0] ?? null,
		fingerprint: fingerprintOf(one)?.value.trim().toUpperCase() ?? null
	};
}

/**
 * Two answers of two sides to what one connection has offered, which has one other side (RFC 3264, 8; RFC 8866, 5.2;
 * RFC 8839, 4.4.1); null where they are of one.
 */
function twoAnswers(first: Material, second: Material): Finding | null {
	if (!areTwoSides(sideOf(first), sideOf(second))) return null;
	const told = (one: Material) => [
		...lines(one.of, [one.description.session.lines.find(({ type }) => type === 'o')]),
		...lines(one.of, [credentialsOf(one)[0], fingerprintOf(one)])
	];
	const [was, is] = [first, second].map(({ description }) =>
		authorOf(description)!.split(' ').at(-1)!.slice(0, 40)
	);
	return finding({
		id: 'negotiation.two-answerers',
		severity: 'breaks a part',
		claim: `One connection was answered by two: the second answer has another session id (${is} after ${was}), other ICE credentials and another certificate. A connection has one other side, and what it had with the first is cut off.`,
		because: [...told(first), ...told(second)],
		todo: 'Make a connection for each side that is to be called, each with an offer of its own. Where a server answers for others, it has to answer as one.',
		source: 'RFC 3264, 8; RFC 8866, 5.2; RFC 8839, 4.4.1',
		isCertain: false
	});
}

/** An offer that goes on with a connection, answered by another side than before, though it did not restart ICE. */
export function otherAnswerer({ offer, answer, standing }: Exchange): Finding | null {
	if (standing === null) return null;
	const isSame = authorOf(offer.description) === authorOf(standing.offer.description);
	return isSame && keeps(standing.offer, offer) ? twoAnswers(standing.answer, answer) : null;
}

/**
 * Two answers beside one offer, of which nothing tells that one connection was given both: forks of a call may answer one
 * after the other, but only the last of them finally (RFC 9429, 3.7.1).
 */
export function rivals(first: Material, second: Material): Finding | null {
	const [mine, theirs] = [first, second].map(({ description }) =>
		description.sections.map(({ kind, mid }) => `${kind} ${mid}`).join()
	);
	const found = mine === theirs ? twoAnswers(first, second) : null;
	return (
		found && {
			...found,
			severity: 'will bite',
			claim: `This offer has answers of two sides, with other session ids, ICE credentials and certificates: where one connection is given both, the second cuts off what it had with the first.`
		}
	);
}
