import { finding, lines, type Finding } from '../finding';
import type { Exchange } from './exchange';
import { before, credentialsOf, valuesOf } from './standing';

/**
 * ICE restarts on both sides or on none: an offer with new credentials is answered with new ones, and one
 * that keeps its own is answered with those that stand (RFC 8445, 9; RFC 8839, 4.4; RFC 9429, 5.3.2).
 */
export function restart(exchange: Exchange): Finding | null {
	const { offer, answer } = exchange;
	const [offered, answered] = [before(offer, exchange.standing), before(answer, exchange.standing)];
	if (offered === null || answered === null) return null;
	const all = [offered, offer, answered, answer].map(credentialsOf);
	const [mineThen, mine, theirsThen, theirs] = all.map(valuesOf);
	if (all.flat().some((line) => line === null)) return null;
	const isNew = (then: typeof mine, now: typeof mine) =>
		then![0] !== now![0] && then![1] !== now![1];
	const isKept = (then: typeof mine, now: typeof mine) =>
		then![0] === now![0] && then![1] === now![1];
	const [offerThen, offerNow, answerThen, answerNow] = all;
	if (isKept(mineThen, mine) && isNew(theirsThen, theirs)) {
		return finding({
			id: 'answer.restart-not-offered',
			claim: `The answer restarts ICE (ice-ufrag ${theirsThen![0]!.slice(0, 40)} became ${theirs![0]!.slice(0, 40)}), and the offer has the credentials of before (${mine![0]!.slice(0, 40)}): only an offer may restart it.`,
			because: [
				...lines(offered.of, offerThen!),
				...lines(offer.of, offerNow!),
				...lines(answered.of, answerThen!),
				...lines(answer.of, answerNow!)
			],
			todo: 'Answer with the ice-ufrag and ice-pwd that the connection has. Whoever lost its own, because it began anew, asks for an offer with new ones (restartIce()).',
			source: 'RFC 8839, 4.4; RFC 8445, 9',
			refusedBy: ['Firefox']
		});
	}
	if (!isNew(mineThen, mine) || !isKept(theirsThen, theirs)) return null;
	return finding({
		id: 'answer.restart-not-answered',
		severity: 'breaks the call',
		claim: `The offer restarts ICE (ice-ufrag ${mineThen![0]!.slice(0, 40)} became ${mine![0]!.slice(0, 40)}), and the answer has the credentials of before (${theirs![0]!.slice(0, 40)}): whoever answered has not restarted, and goes on with checks that the other side does not take any more.`,
		because: [
			...lines(answered.of, answerThen!),
			...lines(offer.of, offerNow!),
			...lines(answer.of, answerNow!)
		],
		todo: 'Have the answer made from this offer (setRemoteDescription, then createAnswer), not kept from the first exchange; in a server, make new ice-ufrag and ice-pwd when those of the offer change.',
		source: 'RFC 8445, 9; RFC 8839, 4.4; RFC 9429, 5.3.2',
		isCertain: false
	});
}
