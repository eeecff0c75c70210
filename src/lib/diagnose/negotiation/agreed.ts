import { diagnose } from '../diagnose';
import { finding, type Finding } from '../finding';
import type { Session } from '../session/session';
import { entry, short } from '../session/words';

/**
 * What is wrong with the offer and the answer that a connection stands with, where browsers took them
 * all the same: a section that is rejected, a codec that is not shared. What is strange in one description
 * alone is between its author and the browser, which made something of it.
 */
export function agreed({ peers }: Session): Finding[] {
	const [peer] = peers.filter(({ exchanges }) => exchanges.length > 0);
	const exchange = peer?.exchanges.at(-1);
	if (!peer || !exchange) return [];
	const standing = peer.exchanges.at(-2);
	const { offer, answer } = exchange;
	const given = ({ sdp }: { sdp: string }, of: string) => ({ sdp, of });
	const { findings } = diagnose({
		kind: 'exchange',
		offer: given(offer, 'offer'),
		answer: given(answer, 'answer'),
		...(standing && {
			standing: { offer: given(standing.offer, 'offer'), answer: given(standing.answer, 'answer') }
		})
	});
	return findings
		.filter(({ id, refusedBy }) => refusedBy.length === 0 && id.startsWith('answer.'))
		.filter(({ severity }) => severity === 'breaks the call' || severity === 'breaks a part')
		.map((one) =>
			finding({
				...one,
				because: one.because.map((evidence) =>
					evidence.kind === 'line'
						? entry(
								evidence.of === 'offer' ? offer : answer,
								`${evidence.of}, line ${evidence.number}: ${short(evidence.text)}`
							)
						: evidence
				)
			})
		);
}
