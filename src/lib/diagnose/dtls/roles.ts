import { finding, type Finding } from '../finding';
import { transportValue } from '../session/leading';
import type { AppliedExchange } from '../session/applied';
import { isDown, partnerOf, type Session, type SessionPeer } from '../session/session';
import { entry } from '../session/words';

/**
 * Both sides wait for the other’s ClientHello, or both send one: what the answer says of who begins was
 * changed on its way (RFC 8842, 5.3; RFC 4145, 4).
 */
export function roles(session: Session): Finding | null {
	for (const peer of session.peers) {
		const other = partnerOf(session, peer);
		if (other === null || !(isDown(peer) || isDown(other))) continue;
		const [mine, theirs] = [peer, other].map(({ exchanges }) => exchanges.at(-1));
		if (!mine || !theirs || mine.offer.side !== 'local' || theirs.offer.side !== 'remote') continue;
		const [role, otherRole] = [roleOf(mine), roleOf(theirs)];
		if (role === null || role !== otherRole) continue;
		return role === 'passive'
			? finding({
					id: 'dtls.both-wait',
					severity: 'breaks the call',
					claim: `${peer.called} and ${other.called} both wait for the other’s first DTLS message (both are passive): the handshake never begins.`,
					because: evidence(peer, mine, other, theirs),
					todo: TODO,
					source: 'RFC 8842, 5.3; RFC 4145, 4'
				})
			: finding({
					id: 'dtls.both-speak',
					severity: 'breaks the call',
					claim: `${peer.called} and ${other.called} both begin the DTLS handshake (both are active), and neither takes the other’s ClientHello.`,
					because: evidence(peer, mine, other, theirs),
					todo: TODO,
					source: 'RFC 8842, 5.3; RFC 4145, 4'
				});
	}
	return null;
}

const TODO =
	'See what changes a=setup on its way. The offer says actpass; the answer chooses, and the other side takes the other role.';

/** What a peer does by the exchange as it has it: the answer decides, and the offerer does the reverse. */
function roleOf({ answer }: AppliedExchange): 'active' | 'passive' | null {
	const setup = transportValue(answer.sdp, 'setup');
	if (setup !== 'active' && setup !== 'passive') return null;
	if (answer.side === 'local') return setup;
	return setup === 'active' ? 'passive' : 'active';
}

function evidence(
	peer: SessionPeer,
	mine: AppliedExchange,
	other: SessionPeer,
	theirs: AppliedExchange
) {
	const setup = ({ answer }: AppliedExchange) => transportValue(answer.sdp, 'setup');
	return [
		entry(theirs.answer, `${other.called} answered a=setup:${setup(theirs)}`),
		entry(mine.answer, `${peer.called} was given a=setup:${setup(mine)}`)
	];
}
