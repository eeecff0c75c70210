import { finding, type Finding } from '../finding';
import { transportValue } from '../session/leading';
import { originOf } from '../session/read-sdp';
import { currentOf, isDown, partnerOf, type Session, type SessionPeer } from '../session/session';
import { entry } from '../session/words';

interface Told {
	readonly peer: SessionPeer;
	readonly other: SessionPeer;
	readonly own: string;
	readonly told: string;
	readonly seqs: readonly [own: number, told: number];
}

/** A value of one side’s transport that the other was told otherwise. */
function toldOtherwise(session: Session, attribute: string): Told | null {
	for (const peer of session.peers) {
		const other = partnerOf(session, peer);
		const remote = currentOf(peer, 'remote');
		const local = other && currentOf(other, 'local');
		if (other === null || remote === null || !local) continue;
		// Of another negotiation: one that is under way is told of elsewhere.
		if (originOf(remote.sdp) !== originOf(local.sdp) || remote.type !== local.type) continue;
		const told = transportValue(remote.sdp, attribute);
		const own = transportValue(local.sdp, attribute);
		if (told === null || own === null || told === own) continue;
		return { peer, other, own, told, seqs: [local.seq, remote.seq] };
	}
	return null;
}

const TODO =
	'See what changes descriptions on their way: they have to arrive as they were set (pc.localDescription, not what createOffer gave).';

/**
 * ICE credentials that one side has and the other was told otherwise: its checks are refused or not
 * answered (RFC 8445, 7.3; RFC 8489, 9.1.3).
 */
export function credentials(session: Session): Finding[] {
	if (!session.peers.some(isDown)) return [];
	const found: Finding[] = [];
	const ufrag = toldOtherwise(session, 'ice-ufrag');
	if (ufrag !== null) {
		const { peer, other, own, told, seqs } = ufrag;
		found.push(
			finding({
				id: 'ice.ufrag-differs',
				severity: 'breaks the call',
				claim: `${other.called} goes by the ICE user name fragment ${own}, and ${peer.called} was told ${told}: ${other.called} does not take ${peer.called}’s checks as meant for it.`,
				because: [
					entry({ seq: seqs[0] }, `${other.called} set a=ice-ufrag:${own}`),
					entry({ seq: seqs[1] }, `${peer.called} was given a=ice-ufrag:${told}`)
				],
				todo: TODO,
				source: 'RFC 8445, 7.2.2 and 7.3; RFC 8839, 5.4'
			})
		);
	}
	const password = toldOtherwise(session, 'ice-pwd');
	if (password !== null) {
		const { peer, other, seqs } = password;
		found.push(
			finding({
				id: 'ice.password-differs',
				severity: 'breaks the call',
				claim: `${peer.called} was told another ICE password than ${other.called} has: each of ${peer.called}’s checks is refused (401).`,
				because: [
					entry({ seq: seqs[0] }, `the description that ${other.called} set`),
					entry({ seq: seqs[1] }, `the one that ${peer.called} was given, with another a=ice-pwd`)
				],
				todo: TODO,
				source: 'RFC 8445, 7.3; RFC 8489, 9.1.3'
			})
		);
	}
	return found;
}
