import { finding, type Finding } from '../finding';
import { isOfFirefox } from '../session/read-sdp';
import { currentOf, type Session, type SessionPeer } from '../session/session';
import { duration, entry } from '../session/words';

/** How long browsers look for a pair that works, in milliseconds; measured, Firefox ESR 153, Chromium 156. */
const FIREFOX = { least: 4000, most: 7000 };

/**
 * Firefox, which gives up five seconds after an answer where no pair works
 * (`media.peerconnection.ice.trickle_grace_period`), while candidates were still on their way.
 */
export function gaveUpEarly(session: Session): Finding[] {
	return session.peers.flatMap((peer) => {
		const found = early(session, peer);
		return found === null ? [] : [found];
	});
}

function early({ view, isPaced }: Session, peer: SessionPeer): Finding | null {
	const { called, course, ended, agreedAt } = peer;
	const local = currentOf(peer, 'local');
	if (course !== 'never connected' || ended === null || agreedAt === null) return null;
	if (local === null || !isOfFirefox(local.sdp)) return null;
	const waited = ended.at - agreedAt;
	if (waited < FIREFOX.least || waited > FIREFOX.most) return null;
	const after = peer.view.remoteCandidates.find(({ at, candidate }) => at > ended.at && candidate);
	// What never arrived at all is another matter; but a reader takes it sooner or later.
	const held = view.wire.find(
		({ to, sentAt, deliveredAt = isPaced ? Infinity : 0 }) =>
			to === peer.name && sentAt < ended.at && deliveredAt > ended.at
	);
	if (after === undefined && held === undefined && !isPaced) return null;
	return finding({
		id: 'ice.firefox-five-seconds',
		severity: 'breaks the call',
		claim: `Firefox gave up on ${called}’s connection ${duration(waited)} after offer and answer were there: it waits only five seconds for a pair of candidates that works, and those that come later do not bring it back.`,
		because: [
			entry(ended, 'the connection failed'),
			...(after ? [entry(after, 'a candidate came after that')] : []),
			...(held ? [entry({ seq: held.sent }, 'this message was on its way and not delivered')] : [])
		],
		todo: isPaced
			? 'In a real call the candidates arrive at once; here they waited while somebody was reading. Fresh peers can be brought to the same place.'
			: 'Deliver candidates as they come. Where signaling is slow, hold the answer back until its candidates can follow at once.',
		source: null
	});
}
