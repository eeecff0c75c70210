import { parseCandidate } from '../../ice';
import { count } from '../../sdp/words';
import { finding, type Finding } from '../finding';
import type { CallView, Candidate } from '../../trace';
import { currentOf, isDown, type Session, type SessionPeer } from '../session/session';
import { ufragsOf } from '../session/read-sdp';
import { entry, short } from '../session/words';

/**
 * Candidates that the browser refused: before there was a description that they could belong to, or for
 * one that is not there (webrtc-pc, 4.4.1.9; RFC 9429, 4.1.19).
 */
export function refusedCandidates(session: Session): Finding[] {
	return session.peers.flatMap((peer) => {
		const calls = session.view.calls.filter(
			({ peer: whose, name }) => whose === peer.name && name === 'addIceCandidate'
		);
		const taken = new Set(calls.filter(({ status }) => status === 'resolved').map(textOf));
		const refused = calls.filter((call) => call.status === 'rejected' && !taken.has(textOf(call)));
		// Who refuses one for what it says has had a description to hold it against.
		const early = refused.filter(
			({ seq, error }) => !hadRemote(peer, seq) && error?.name !== 'OperationError'
		);
		const late = refused.filter((call) => !early.includes(call) && textOf(call) !== '');
		return [tooEarly(peer, early), unplaced(peer, late)].filter((one) => one !== null);
	});
}

const textOf = ({ args }: CallView) => (args as Partial<Candidate> | null)?.candidate ?? '';
const hadRemote = ({ applied }: SessionPeer, seq: number) =>
	applied.some((one) => one.side === 'remote' && one.seq < seq);

const saidOf = (call: CallView) =>
	entry(
		call,
		`${short(textOf(call), 80)} — ${call.error?.name ?? 'Error'}: ${short(call.error?.message ?? '')}`
	);

function tooEarly(peer: SessionPeer, refused: readonly CallView[]): Finding | null {
	if (refused.length === 0) return null;
	const { called } = peer;
	return finding({
		id: 'negotiation.candidate-too-early',
		severity: isDown(peer) ? 'breaks the call' : 'worth knowing',
		claim: `${count(refused.length, 'candidate')} came to ${called} before the description that ${refused.length === 1 ? 'it belongs' : 'they belong'} to, ${refused.length === 1 ? 'was' : 'were'} refused, and never came again.`,
		because: refused.slice(0, 3).map(saidOf),
		todo: 'Keep candidates that arrive early, and add them once setRemoteDescription() has been fulfilled.',
		source: 'webrtc-pc, 4.4.1.9; RFC 9429, 4.1.19',
		// Checks of the other side may bring the address all the same.
		isCertain: isDown(peer)
	});
}

function unplaced(peer: SessionPeer, refused: readonly CallView[]): Finding | null {
	const [first] = refused;
	if (first === undefined) return null;
	const remote = currentOf(peer, 'remote');
	const known = remote === null ? [] : ufragsOf(remote.sdp);
	const ufrag = (first.args as Partial<Candidate> | null)?.usernameFragment ?? null;
	const isOther = ufrag !== null && known.length > 0 && !known.includes(ufrag);
	const text = (first.args as Partial<Candidate> | null)?.candidate ?? '';
	const isNone = text !== '' && parseCandidate(text).candidate === null;
	const what = count(refused.length, 'candidate');
	return finding({
		id: isOther
			? 'ice.candidate-of-other-description'
			: isNone
				? 'ice.candidate-unreadable'
				: 'ice.candidate-without-section',
		severity: isDown(peer) ? 'breaks the call' : 'worth knowing',
		claim: isOther
			? `${what} given to ${peer.called} ${refused.length === 1 ? 'is' : 'are'} of another description: the user name fragment is ${ufrag}, that of the description ${known.join(', ')}.`
			: `${what} given to ${peer.called} ${refused.length === 1 ? 'was' : 'were'} refused: the browser has no section for ${refused.length === 1 ? 'it' : 'them'}, or cannot read ${refused.length === 1 ? 'it' : 'them'}.`,
		because: [
			...refused.slice(0, 3).map(saidOf),
			...(isOther && remote
				? [entry(remote, `a=ice-ufrag:${known.join(', a=ice-ufrag:')}; usernameFragment: ${ufrag}`)]
				: [])
		],
		todo: isOther
			? 'Send description and candidates of one negotiation together, and drop those that are left of an earlier one.'
			: 'Hand candidates on as they are, with sdpMid and sdpMLineIndex (RTCIceCandidate.toJSON() has all of it).',
		source: 'webrtc-pc, 4.4.1.9; RFC 8838, 4.2',
		isCertain: isOther || isNone
	});
}
