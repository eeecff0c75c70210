import { finding, type Finding } from '../finding';

/**
 * Two offers that cross: each side waits for an answer and gets an offer (RFC 9429, 4.1.10.2; webrtc-pc,
 * 10.7, perfect negotiation).
 * @param offers the ids of their readers
 */
export function glare(offers: readonly string[]): Finding {
	return finding({
		id: 'negotiation.glare',
		severity: 'breaks the call',
		claim:
			'Both sides have offered, and nobody answers: two offers of two authors cross (glare). Whoever takes the other’s gives up its own (implicit rollback), and where both do, both wait.',
		because: offers.map((of) => ({ kind: 'line', of, number: 1, text: 'an offer of its own' })),
		todo: 'Let one side give way: it rolls its offer back and answers (setLocalDescription({ type: "rollback" }), or the pattern of perfect negotiation with a polite peer). Or let only one side offer.',
		source: 'RFC 9429, 4.1.10.2; webrtc-pc, 10.7'
	});
}
