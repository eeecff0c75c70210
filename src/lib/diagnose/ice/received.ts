import { count } from '../../sdp/words';
import type { CallView } from '../../trace';
import { finding, type Finding } from '../finding';
import { currentOf, isDown, partnerOf, type Session, type SessionPeer } from '../session/session';
import { entry, fact, named } from '../session/words';
import { endsOf } from './candidates-of';

/** A side that was given no candidate of the other: it has nothing to check (RFC 8838, 4.2; RFC 8445, 6.1.2). */
export function noneReceived(session: Session): Finding | null {
	const without = session.peers.filter(
		(peer) =>
			(isDown(peer) || hasNoMore(session, peer)) &&
			currentOf(peer, 'remote') !== null &&
			endsOf(session, peer, 'remote').length === 0 &&
			(peer.view.stats?.pairs.length ?? 0) + peer.view.droppedPairs.length === 0
	);
	if (without.length === 0) return null;
	const [first] = without;
	const other = partnerOf(session, first!);
	const gathered = other === null ? 0 : endsOf(session, other, 'local').length;
	const howMany = gathered > 0 ? `, though ${other!.called} gathered ${gathered}` : '';
	const who =
		without.length === 2
			? `Neither ${named(without).replace(' and ', ' nor ')} was given a candidate of the other`
			: `${first!.called} was given no candidate of ${other?.called ?? 'the other side'}`;
	const refused = without.flatMap((peer) => refusedOf(session, peer));
	const isOver = without.some(isDown);
	return finding({
		id: 'ice.none-received',
		severity: isOver ? 'breaks the call' : 'will bite',
		claim: `${who}${howMany}: there is no address to send a check to${isOver ? '' : ', and the recording ends there'}.`,
		because: [
			...without.map((peer) =>
				entry(currentOf(peer, 'remote')!, `${peer.called}’s remote description has no a=candidate`)
			),
			fact(
				refused.length === 0
					? 'addIceCandidate() was never called with one.'
					: `${count(refused.length, 'candidate')} handed to addIceCandidate(), all refused.`
			)
		],
		todo: 'Send each candidate of icecandidate events to the other side and add it there with addIceCandidate(), or send pc.localDescription once gathering is complete.',
		source: 'RFC 8838, 4.2; RFC 8445, 6.1.2',
		isCertain: isOver
	});
}

/** Chromium waits for ever, and records nothing while it does: what has ended so may be all there was. */
function hasNoMore({ isPaced }: Session, { course }: SessionPeer): boolean {
	return course === 'under way' && !isPaced;
}

const refusedOf = ({ view }: Session, { name }: SessionPeer): CallView[] =>
	view.calls.filter(
		(call) => call.peer === name && call.name === 'addIceCandidate' && call.status === 'rejected'
	);
