import { finding, type Finding } from '../finding';

/**
 * Two offers that cross: each side waits for an answer and gets an offer (RFC 9429, 4.1.10.2; webrtc-pc,
 * 10.7, perfect negotiation). Where one of them is answered, the other was given up.
 * @param offers the ids of their readers
 * @param isAnswered whether one of them is answered
 */
export function glare(offers: readonly string[], isAnswered: boolean): Finding {
	const told = {
		id: 'negotiation.glare',
		because: offers.map((of) => ({
			kind: 'line' as const,
			of,
			number: 1,
			text: 'an offer of its own'
		})),
		source: 'RFC 9429, 4.1.10.2; webrtc-pc, 10.7'
	};
	if (isAnswered) {
		return finding({
			...told,
			claim:
				'Both sides have offered, and one of the offers is answered: two offers of two authors crossed (glare), and one was given up.',
			todo: 'Nothing, if whoever answered rolled its own offer back and offers again what it wanted; without that, what only the other offer had is lost.'
		});
	}
	return finding({
		...told,
		severity: 'breaks the call',
		claim:
			'Both sides have offered, and nobody answers: two offers of two authors cross (glare). Whoever takes the other’s gives up its own (implicit rollback), and where both do, both wait.',
		todo: 'Let one side give way: it rolls its offer back and answers (setLocalDescription({ type: "rollback" }), or the pattern of perfect negotiation with a polite peer). Or let only one side offer.'
	});
}
