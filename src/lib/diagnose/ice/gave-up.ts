import { count } from '../../sdp/words';
import type { StateChange } from '../../trace';
import { finding, type Finding } from '../finding';
import { isOfFirefox } from '../session/read-sdp';
import { currentOf, type Session, type SessionPeer } from '../session/session';
import { duration, entry } from '../session/words';

/** How long browsers look for a pair that works, in milliseconds; measured, Firefox ESR 153, Chromium 156. */
const FIREFOX = { least: 4000, most: 7000 };

/**
 * A browser that gave up while candidates were still on their way: Firefox five seconds after an answer
 * where no pair works (`media.peerconnection.ice.trickle_grace_period`), others when all they have were
 * checked in vain.
 */
export function gaveUpEarly(session: Session): Finding[] {
	return session.peers.flatMap((peer) => {
		const { course, ended } = peer;
		if (course !== 'never connected' || ended === null || hadPath(peer)) return [];
		const found = ofFirefox(session, peer, ended) ?? whileReading(session, peer, ended);
		return found === null ? [] : [found];
	});
}

/** Where ICE had found a path, what failed is above it. */
const hadPath = ({ view }: SessionPeer) =>
	view.states.iceConnectionState.some(
		({ value }) => value === 'connected' || value === 'completed'
	);

const READING =
	'In a real call messages arrive at once; here they waited while somebody was reading. Fresh peers can be brought to the same place.';

/** Messages to a peer that it had not when it gave up, and has by now, or will have sooner or later. */
function heldFor({ view, isPaced }: Session, { name }: SessionPeer, ended: StateChange) {
	return view.wire.filter(
		({ to, sentAt, deliveredAt = isPaced ? Infinity : 0 }) =>
			to === name && sentAt < ended.at && deliveredAt > ended.at
	);
}

function ofFirefox(session: Session, peer: SessionPeer, ended: StateChange): Finding | null {
	const { called, agreedAt } = peer;
	const local = currentOf(peer, 'local');
	if (agreedAt === null || local === null || !isOfFirefox(local.sdp)) return null;
	const waited = ended.at - agreedAt;
	if (waited < FIREFOX.least || waited > FIREFOX.most) return null;
	const after = peer.view.remoteCandidates.find(({ at, candidate }) => at > ended.at && candidate);
	const [held] = heldFor(session, peer, ended);
	if (after === undefined && held === undefined && !session.isPaced) return null;
	return finding({
		id: 'ice.firefox-five-seconds',
		severity: 'breaks the call',
		claim: `Firefox gave up on ${called}’s connection ${duration(waited)} after offer and answer were there: it waits only five seconds for a pair of candidates that works, and those that come later do not bring it back.`,
		because: [
			entry(ended, 'the connection failed'),
			...(after ? [entry(after, 'a candidate came after that')] : []),
			...(held ? [entry({ seq: held.sent }, 'this message was on its way and not delivered')] : [])
		],
		todo: session.isPaced
			? READING
			: 'Deliver candidates as they come. Where signaling is slow, hold the answer back until its candidates can follow at once.',
		source: null
	});
}

/** In a walk everything waits for its reader, and a browser does not. */
function whileReading(session: Session, peer: SessionPeer, ended: StateChange): Finding | null {
	const held = heldFor(session, peer, ended);
	if (!session.isPaced || held.length === 0) return null;
	return finding({
		id: 'ice.waited-for-reader',
		severity: 'breaks the call',
		claim: `The browser gave up on ${peer.called}’s connection while ${count(held.length, 'message')} for ${peer.called} waited on the wire: it checked every pair of candidates that it had, and none was answered in time.`,
		because: [
			entry(ended, 'the connection failed'),
			...held.slice(0, 3).map(({ sent }) => entry({ seq: sent }, 'sent, and not delivered by then'))
		],
		todo: READING,
		source: 'RFC 8445, 6.1.4.3'
	});
}
