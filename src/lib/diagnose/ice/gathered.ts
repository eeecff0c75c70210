import { finding, type Finding } from '../finding';
import { isTurn } from '../../servers/scheme';
import { isWithoutRelay } from '../turn/errors';
import { currentOf, isDown, type Session, type SessionPeer } from '../session/session';
import { entry, fact } from '../session/words';
import { endsOf } from './candidates-of';

/** A side that has no candidate of its own, and why (RFC 8445, 5.1; webrtc-pc, 4.2.3). */
export function nothingGathered(session: Session): Finding[] {
	return session.peers.flatMap((peer) => {
		if (!isDown(peer) && (peer.course !== 'under way' || session.isPaced)) return [];
		// Statistics alone do not tell what was called.
		if (peer.isStatistics || endsOf(session, peer, 'local').length > 0 || hasPairs(peer)) return [];
		const found = why(peer);
		return found === null ? [] : [found];
	});
}

const hasPairs = ({ view }: SessionPeer) =>
	(view.stats?.pairs.length ?? 0) + view.droppedPairs.length > 0;

function why(peer: SessionPeer): Finding | null {
	const { called, configuration, view, applied } = peer;
	const { policy, servers } = configuration;
	const complete = view.states.iceGatheringState.findLast(({ value }) => value === 'complete');
	const end = complete ? [entry(complete, 'gathering was complete, without a candidate')] : [];
	const listed = fact(
		servers.length === 0 ? 'iceServers is empty.' : `iceServers: ${servers.join(', ')}.`
	);
	if (policy === 'relay' && !servers.some(isTurn)) {
		return finding({
			id: 'ice.relay-without-server',
			severity: 'breaks the call',
			claim: `${called} may use relayed candidates alone (iceTransportPolicy is relay) and has no TURN server to get one from: there is no candidate at all.`,
			because: [listed, ...end],
			todo: 'Give iceServers a turn: server with user name and credential, or leave iceTransportPolicy at "all".',
			source: 'webrtc-pc, 4.2.3; RFC 9429, 4.1.1'
		});
	}
	// With relays alone it is known before it is too late.
	if (!isDown(peer) && !(policy === 'relay' && isWithoutRelay(peer))) return null;
	if (applied.every(({ side }) => side !== 'local')) {
		return finding({
			id: 'ice.gathering-not-begun',
			severity: 'breaks the call',
			claim: `${called} has no candidate: gathering begins with setLocalDescription(), which was never called.`,
			because: [fact(`${called} set no local description.`)],
			todo: 'Set what createOffer() or createAnswer() gave before it is sent.',
			source: 'RFC 9429, 3.5.1'
		});
	}
	const local = currentOf(peer, 'local');
	if (local !== null && !/^m=/m.test(local.sdp)) {
		return finding({
			id: 'sdp.no-sections',
			severity: 'breaks the call',
			claim: `${called}’s ${local.type} has no m= section: there was no track, no transceiver and no data channel when it was made, so there is nothing to gather candidates for.`,
			because: [entry(local, `the ${local.type}, without a line that begins with m=`), ...end],
			todo: 'Add a track, a transceiver or a data channel before createOffer(), and wait for getUserMedia() before that; what is added later needs a new offer.',
			source: 'RFC 9429, 5.2.1'
		});
	}
	return finding({
		id: 'ice.none-gathered',
		severity: 'breaks the call',
		claim: `${called} gathered no candidate at all${policy === 'relay' ? ': the TURN servers gave no relay, and others are not allowed (iceTransportPolicy is relay)' : ''}.`,
		because: [listed, ...end],
		todo:
			policy === 'relay'
				? 'See what the servers said, below; try them with iceTransportPolicy "all" and look for candidates of type relay.'
				: 'See whether the device has a network, and whether the browser, an extension or a policy keeps WebRTC from using it.',
		source: 'RFC 8445, 5.1.1; webrtc-pc, 4.2.3',
		isCertain: complete !== undefined
	});
}
