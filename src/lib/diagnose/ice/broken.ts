import { finding, type Evidence, type Finding } from '../finding';
import { PATIENCE } from '../session/course';
import { partnerOf, type Session, type SessionPeer } from '../session/session';
import { duration, entry } from '../session/words';
import { restartsOf, type Restart } from './restarts';

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
	const { called, connected, ended, endAt } = peer;
	const restart = restartsOf(peer).findLast(({ answer }) => answer.seq > ended!.seq);
	// One that is still under way may yet bring it back.
	const isOver =
		restart !== undefined && (!restart.isTaken || endAt - restart.answer.at >= PATIENCE);
	if (isOver) return notRestarted(peer, restart);
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

/** Nothing came back, and ICE was begun anew in vain. */
function notRestarted(peer: SessionPeer, { offer, answer, isTaken }: Restart): Finding {
	const { called, connected, ended, endAt } = peer;
	const lasted = duration(ended!.at - connected!.at);
	const what = isTaken
		? `an ICE restart did not bring it back in ${duration(endAt - answer.at)}`
		: 'the answer to an ICE restart had the user name for ICE of before, so nothing was restarted';
	return finding({
		id: isTaken ? 'ice.restart-failed' : 'ice.restart-not-taken',
		severity: 'breaks the call',
		claim: `${called}’s connection worked for ${lasted} and then became ${ended!.value}; ${what}.`,
		because: [
			...course(peer),
			entry(offer, 'an offer with another a=ice-ufrag'),
			entry(answer, isTaken ? 'its answer' : 'its answer, with the a=ice-ufrag of before')
		],
		todo: isTaken
			? 'See which candidates either side has gathered since: the network that it is in now may let none through, or a TURN server is missing. Candidates of before are of no use any more.'
			: 'Who answers an offer with another user name for ICE has to take another one as well: see whether a server supports ICE restarts.',
		source: isTaken ? 'RFC 8445, 9; webrtc-pc, 4.3.3' : 'RFC 8839, 4.4; RFC 9429, 5.3.1',
		isCertain: !isTaken
	});
}

/** Interruptions that passed. */
export function interrupted({ peers }: Session): Finding[] {
	return peers.flatMap((peer) => {
		const [first] = peer.recovered;
		if (first === undefined) return [];
		const times = peer.recovered.length;
		const last = peer.recovered.at(-1)!;
		const restart = restartsOf(peer).find(
			({ answer }) => answer.seq > peer.connected!.seq && answer.seq < last.seq
		);
		const how = restart === undefined ? 'by itself' : 'after an ICE restart';
		return finding({
			id: 'ice.interrupted',
			claim: `${peer.called}’s connection was interrupted ${times === 1 ? 'once' : `${times} times`} and came back ${how}.`,
			because: [
				...peer.recovered.slice(0, 3).map((state) => entry(state, `${state.value} again`)),
				...(restart ? [entry(restart.offer, 'an offer with another a=ice-ufrag')] : [])
			],
			todo:
				restart === undefined
					? 'Short interruptions are the network’s. Where they last, restart ICE instead of waiting for failed.'
					: 'See what happened then: a network that changed, most often. The restart did what it is for.',
			source: 'webrtc-pc, 4.3.3'
		});
	});
}
