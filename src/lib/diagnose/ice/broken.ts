import { finding, type Evidence, type Finding } from '../finding';
import { partnerOf, type Session, type SessionPeer } from '../session/session';
import { duration, entry } from '../session/words';

/** Connections that worked and broke, and why, as far as it can be seen (RFC 7675, 5.1; RFC 8446, 6.1). */
export function broken(session: Session): Finding[] {
	return session.peers.flatMap((peer) => {
		if (peer.course !== 'broke' || peer.connected === null || peer.ended === null) return [];
		return [goneOf(session, peer) ?? consentLost(peer)];
	});
}

function course({ called, connected, ended }: SessionPeer): Evidence[] {
	return [
		entry(connected!, `${called} was connected`),
		entry(ended!, `became ${ended!.value} ${duration(ended!.at - connected!.at)} later`)
	];
}

/** The other side ended it, and told nobody but DTLS. */
function goneOf(session: Session, peer: SessionPeer): Finding | null {
	const other = partnerOf(session, peer);
	const closed = peer.samples.find(
		({ at, stats }) => stats.dtls?.state === 'closed' && at >= peer.connected!.at
	);
	const hasClosed = other !== null && other.view.closed && other.endAt <= peer.ended!.at;
	if (!hasClosed && closed === undefined) return null;
	const lasted = duration(peer.ended!.at - peer.connected!.at);
	const whose = other === null ? 'The other side’s' : `${other.called}’s`;
	return finding({
		id: 'ice.other-side-gone',
		severity: 'breaks the call',
		claim: `${whose} connection was closed, and signaling did not say so: ${peer.called}’s became ${peer.ended!.value}, ${lasted} after it had connected.`,
		because: [
			...(closed ? [entry(closed, 'DTLS was closed by the other side (close_notify)')] : []),
			...course(peer)
		],
		todo: 'Say goodbye by signaling when a call ends, and close the connection when DTLS says closed (RTCDtlsTransport, statechange): it tells within milliseconds, the connection state within seconds.',
		source: 'RFC 8446, 6.1; RFC 7675, 5.1',
		isCertain: true
	});
}

/** Nothing came back any more. */
function consentLost(peer: SessionPeer): Finding {
	const { called, connected, ended } = peer;
	return finding({
		id: 'ice.consent-lost',
		severity: 'breaks the call',
		claim: `${called}’s connection worked for ${duration(ended!.at - connected!.at)} and then became ${ended!.value}: nothing of the other side came through any more.`,
		because: course(peer),
		todo: 'See what happened then: a network that changed, a computer that slept, a page that was closed. When it is disconnected, restart ICE (restartIce(), and negotiate): the call goes on over a new path.',
		source: 'RFC 7675, 5.1; RFC 8445, 9; webrtc-pc, 4.3.3',
		isCertain: false
	});
}

/** Interruptions that passed. */
export function interrupted({ peers }: Session): Finding[] {
	return peers.flatMap((peer) => {
		const [first] = peer.recovered;
		if (first === undefined) return [];
		const times = peer.recovered.length;
		return finding({
			id: 'ice.interrupted',
			claim: `${peer.called}’s connection was interrupted ${times === 1 ? 'once' : `${times} times`} and came back by itself.`,
			because: peer.recovered.slice(0, 3).map((state) => entry(state, `${state.value} again`)),
			todo: 'Short interruptions are the network’s. Where they last, restart ICE instead of waiting for failed.',
			source: 'webrtc-pc, 4.3.3'
		});
	});
}
