import { finding, type Finding } from '../finding';
import { PATIENCE } from '../session/course';
import { partnerOf, type Session, type SessionPeer } from '../session/session';
import { duration, entry } from '../session/words';

const OPEN: Readonly<Record<string, 'offered' | 'was offered'>> = {
	'have-local-offer': 'offered',
	'have-remote-offer': 'was offered'
};

/** An offer that was still open when everything was over, and long after it was made (RFC 9429, 3.2). */
export function neverAnswered(session: Session): Finding | null {
	if (session.isPaced) return null;
	const open = session.peers.filter(
		(peer) => waitOf(peer) >= PATIENCE && !isAnswerRefused(session, peer)
	);
	const peer = open.find((one) => lastOf(one).value === 'have-local-offer') ?? open[0];
	if (peer === undefined) return null;
	const state = lastOf(peer);
	const isAgain = peer.exchanges.length > 0;
	const other = partnerOf(session, peer);
	const what = isAgain ? 'a further offer' : 'an offer';
	const has = other !== null && lastOf(other).value === 'have-remote-offer';
	const made = answerMadeBy(session, peer, state.seq);
	const claim =
		made !== undefined
			? `${peer.called} was given ${what} and made an answer of it, which was never set: setLocalDescription() was not called in ${duration(waitOf(peer))}, and it gathers nothing before that.`
			: OPEN[state.value] === 'offered'
				? `${peer.called} made ${what}, and no answer came in ${duration(waitOf(peer))}${has ? `, though ${other.called} has it` : ''}.`
				: `${peer.called} was given ${what} and did not answer it in ${duration(waitOf(peer))}.`;
	return finding({
		id: 'negotiation.never-answered',
		severity: isAgain ? 'breaks a part' : 'breaks the call',
		claim,
		because: [
			entry(state, `signalingState became ${state.value}, and stayed so`),
			...(made ? [entry(made, 'createAnswer() was fulfilled')] : [])
		],
		todo: made
			? 'Set what createAnswer() gave (setLocalDescription), before or after it is sent: gathering, checks and DTLS begin with that.'
			: 'See whether the offer arrives, whether the other side makes an answer of it (setRemoteDescription, then setLocalDescription), and whether that comes back.',
		source: 'RFC 9429, 3.2'
	});
}

/** Whether an answer to the offer that is open came, or was made, and the browser refused it. */
function isAnswerRefused({ view }: Session, peer: SessionPeer): boolean {
	const { value, seq: since } = lastOf(peer);
	const sets = value === 'have-local-offer' ? 'setRemoteDescription' : 'setLocalDescription';
	return view.calls.some(
		({ peer: whose, name, status, seq, args }) =>
			whose === peer.name &&
			name === sets &&
			status === 'rejected' &&
			seq > since &&
			/^(?:answer|pranswer)$/.test(typeOf(args) ?? 'answer')
	);
}

const typeOf = (args: unknown): string | undefined => (args as { type?: string } | null)?.type;

/** The call that made an answer to the offer that is open; undefined where none did. */
const answerMadeBy = ({ view }: Session, peer: SessionPeer, since: number) =>
	lastOf(peer).value === 'have-remote-offer'
		? view.calls.find(
				({ peer: whose, name, status, seq }) =>
					whose === peer.name && name === 'createAnswer' && status === 'resolved' && seq > since
			)
		: undefined;

/** The signaling state before it was closed. */
function lastOf({ view }: SessionPeer) {
	const { signalingState } = view.states;
	return (
		signalingState.findLast(({ value }) => value !== 'closed') ?? { value: 'stable', seq: 0, at: 0 }
	);
}

/** Milliseconds for which an offer has been open; 0 where none is. */
function waitOf(peer: SessionPeer): number {
	const { value, at } = lastOf(peer);
	return OPEN[value] === undefined ? 0 : peer.endAt - at;
}
