import type { CallView } from '../../trace';
import { diagnose } from '../diagnose';
import { finding, type Evidence, type Finding } from '../finding';
import type { Applied } from '../session/applied';
import { authorOf } from '../session/read-sdp';
import type { Session, SessionPeer } from '../session/session';
import { entry, short } from '../session/words';
import { meaningOfRefusal } from '../told/refusal-words';

const CALLS = new Set([
	'RTCPeerConnection',
	'createOffer',
	'createAnswer',
	'setLocalDescription',
	'setRemoteDescription',
	'addTrack',
	'addTransceiver',
	'setConfiguration',
	'restartIce'
]);

/** A description that a call was given. */
interface Given {
	readonly type: string;
	readonly sdp: string;
}

/** A call that was refused, with what led to it. */
interface Refusal {
	readonly peer: SessionPeer;
	readonly call: CallView;
	readonly given: Given | null;
	/** The signaling state in which it was refused. */
	readonly state: string;
	/** What was set before it. */
	readonly before: readonly Applied[];
	/** The browser’s words, as evidence. */
	readonly said: Evidence;
}

/**
 * Calls that the browser refused, each with what led to it: the state, or what is wrong with the
 * description (webrtc-pc, 4.4.1.5 and 4.4.1.6).
 */
export function refusedCalls(session: Session): Finding[] {
	return session.peers.flatMap((peer) =>
		session.view.calls
			.filter(
				({ peer: whose, status, name }) =>
					whose === peer.name && status === 'rejected' && CALLS.has(name)
			)
			.map((call) => judged(session, refusalOf(peer, call)))
	);
}

function refusalOf(peer: SessionPeer, call: CallView): Refusal {
	const { name, message } = call.error ?? { name: 'Error', message: '' };
	const given = call.args as Partial<Given> | null;
	const hasSdp = typeof given?.type === 'string' && typeof given.sdp === 'string';
	// Calls wait for those before them, so what counts is how things stood when it was refused.
	const { seq } = peer.entries.find((one) => one.kind === 'error' && one.call === call.seq) ?? call;
	const states = peer.view.states.signalingState.filter((one) => one.seq < seq);
	return {
		peer,
		call,
		given: hasSdp ? (given as Given) : null,
		state: states.at(-1)?.value ?? 'stable',
		before: peer.applied.filter((one) => one.seq < seq),
		said: entry(call, `${peer.called}’s browser said: ${name}: ${short(message, 240)}`)
	};
}

function judged(session: Session, refusal: Refusal): Finding {
	const found = ofState(refusal) ?? ofDescription(refusal) ?? unexplained(refusal);
	const { peer, call } = refusal;
	// Whoever tried again, and had a call, has mended it already.
	const isMended =
		peer.course === 'worked' &&
		session.view.calls.some(
			({ peer: whose, name, status, seq }) =>
				whose === peer.name && name === call.name && status === 'resolved' && seq > call.seq
		);
	return isMended ? { ...found, severity: 'worth knowing' } : found;
}

const breaking = ({ peer }: Refusal) =>
	peer.course === 'worked' ? ('breaks a part' as const) : ('breaks the call' as const);

/** Calls that come in a state in which they mean nothing. */
function ofState(refusal: Refusal): Finding | null {
	const { peer, call, given, state, before, said } = refusal;
	if (state === 'closed') {
		return finding({
			id: 'negotiation.after-close',
			claim: `${call.name}() was called on ${peer.called}’s connection after it had been closed.`,
			because: [said],
			todo: 'Leave a connection alone once close() was called: drop messages that arrive for it.',
			source: 'webrtc-pc, 4.4.1.5'
		});
	}
	if (given?.type !== 'answer' || call.name !== 'setRemoteDescription') return null;
	const standing = before.findLast(({ side, type }) => side === 'remote' && type === 'answer');
	if (standing !== undefined && authorOf(standing.sdp) !== authorOf(given.sdp)) {
		return ofAnother(refusal, standing);
	}
	if (state !== 'stable') return null;
	if (standing === undefined) {
		return finding({
			id: 'negotiation.answer-without-offer',
			severity: breaking(refusal),
			claim: `${peer.called} was given an answer and had no offer open: nothing was there to be answered.`,
			because: [said],
			todo: 'Set the local offer first (setLocalDescription), on the same connection that takes the answer.',
			source: 'RFC 9429, 3.5.1'
		});
	}
	return finding({
		id: 'negotiation.answer-twice',
		claim: `${peer.called} was given an answer when no offer was open any more: the browser refused it, and the one before it stays in force.`,
		because: [entry(standing, 'the answer that was set first'), said],
		todo: 'See why signaling brings it twice: a listener that is added twice, or messages that are replayed to whoever joins again.',
		source: 'RFC 9429, 3.2'
	});
}

/** An answer of somebody else than the one that the connection stands with. */
function ofAnother({ peer, given, said }: Refusal, standing: Applied): Finding {
	return finding({
		id: 'negotiation.two-answerers',
		severity: 'breaks a part',
		claim: `A second side answered on ${peer.called}’s connection (${authorOf(given!.sdp)} after ${authorOf(standing.sdp)}), and was refused: one connection has one other side, and the second gets nothing.`,
		because: [entry(standing, `answered first by ${authorOf(standing.sdp)}`), said],
		todo: 'Make a connection, and an offer, for each side that is to be called.',
		source: 'RFC 9429, 3.2; RFC 8866, 5.2'
	});
}

/** What is wrong with the description itself, as far as browsers refuse it for that. */
function ofDescription(refusal: Refusal): Finding | null {
	const { call, given, before, said } = refusal;
	if (given === null || call.name !== 'setRemoteDescription') return null;
	const offer = before.findLast(({ side, type }) => side === 'local' && type === 'offer');
	const { findings } =
		given.type === 'offer' || offer === undefined
			? diagnose({
					kind: 'description',
					role: given.type === 'offer' ? 'offer' : 'answer',
					given: { sdp: given.sdp, of: given.type }
				})
			: diagnose({
					kind: 'exchange',
					offer: { sdp: offer.sdp, of: 'offer' },
					answer: { sdp: given.sdp, of: 'answer' }
				});
	const first = findings.find(({ refusedBy }) => refusedBy.length > 0);
	if (first === undefined) return null;
	const seqOf = (of: string) => (of === 'offer' && offer ? offer : call);
	return {
		...first,
		severity: breaking(refusal),
		because: [
			said,
			...first.because.map((one) =>
				one.kind === 'line'
					? entry(seqOf(one.of), `${one.of}, line ${one.number}: ${short(one.text)}`)
					: one
			)
		],
		under: null
	};
}

/** In the browser’s own words: it knows what it did not like. */
function unexplained(refusal: Refusal): Finding {
	const { peer, call, state, said } = refusal;
	if (call.name === 'RTCPeerConnection' && call.error?.name === 'ReferenceError') {
		return finding({
			id: 'configuration.no-webrtc',
			severity: 'breaks the call',
			claim:
				'This browser has no RTCPeerConnection: WebRTC is switched off, or an extension took it away.',
			because: [said],
			todo: 'Look at the browser’s settings (Firefox: media.peerconnection.enabled), its policies and its extensions.',
			source: 'webrtc-pc, 4.4'
		});
	}
	const what = call.name === 'RTCPeerConnection' ? 'its configuration' : `${call.name}()`;
	const words = call.error?.message ?? '';
	const meaning = meaningOfRefusal(words);
	return finding({
		id: call.name === 'RTCPeerConnection' ? 'configuration.refused' : 'negotiation.refused',
		severity: breaking(refusal),
		claim: `${peer.called}’s browser refused ${what}: ${meaning?.cause ?? (short(words, 200) || 'it does not say why')}`,
		because: [said, entry(call, `called while the signaling state was ${state}`)],
		todo:
			meaning?.todo ?? 'Look at what the call was given, and at the state in which it was made.',
		source: meaning?.source ?? 'webrtc-pc, 4.4.1',
		isCertain: meaning !== null
	});
}
