import { finding, type Finding } from '../finding';
import type { Session } from '../session/session';
import { entry } from '../session/words';

/**
 * Glare in a session: a side got an offer while its own was open, and neither was ever answered
 * (RFC 9429, 4.1.10.2). Where the pattern of perfect negotiation resolves it, there is an answer.
 */
export function crossing(session: Session): Finding | null {
	for (const peer of session.peers) {
		const { applied, view, called } = peer;
		const calls = session.view.calls.filter(
			({ peer: whose, name }) => whose === peer.name && name === 'setRemoteDescription'
		);
		for (const call of calls) {
			if ((call.args as { type?: unknown } | null)?.type !== 'offer') continue;
			const state = view.states.signalingState.findLast(({ seq }) => seq < call.seq)?.value;
			if (state !== 'have-local-offer') continue;
			const own = applied.findLast(({ type, seq }) => type === 'offer' && seq < call.seq);
			if (applied.some(({ type, seq }) => type === 'answer' && seq > call.seq)) continue;
			return finding({
				id: 'negotiation.glare',
				severity: peer.course === 'worked' ? 'breaks a part' : 'breaks the call',
				claim: `Both sides offered at once: ${called} had an offer of its own open when the other’s came, and nobody answered either (glare).`,
				because: [
					...(own ? [entry(own, `${called}’s own offer`)] : []),
					entry(call, 'the offer of the other side, while that was open')
				],
				todo: 'Let one side give way: the polite one takes the other’s offer, which rolls its own back, and answers; the impolite one ignores what crosses its own (perfect negotiation).',
				source: 'RFC 9429, 4.1.10.2; webrtc-pc, 10.7'
			});
		}
	}
	return null;
}
