import { inForce, type Line } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import type { Material } from '../material';
import type { Exchange } from './exchange';

/** Who wrote a description: the session id of its origin, the same in all its versions (RFC 8866, 5.2). */
const authorOf = ({ description }: Material): string | null =>
	description.session.lines.find(({ type }) => type === 'o')?.value.split(' ')[1] ?? null;

/** The credentials by which the first section that is used is reached. */
function credentialsOf({ description }: Material): readonly (Line | null)[] {
	const section = description.sections.find(({ isRejected }) => !isRejected);
	return ['ice-ufrag', 'ice-pwd'].map((name) => (section ? inForce(section, name) : null));
}

const valuesOf = (all: readonly (Line | null)[]) => all.map((line) => line?.value.trim() ?? null);

/** What one side had before: its own description of the exchange that stands. */
function before(own: Material, { standing }: Exchange): Material | null {
	const author = authorOf(own);
	const known = standing ? [standing.answer, standing.offer] : [];
	return (author === null ? undefined : known.find((one) => authorOf(one) === author)) ?? null;
}

/**
 * ICE restarts on both sides or on none: an offer with new credentials is answered with new ones, and one
 * that keeps its own is answered with those that stand (RFC 8445, 9; RFC 8839, 4.4; RFC 9429, 5.3.2).
 */
export function restart(exchange: Exchange): Finding | null {
	const { offer, answer } = exchange;
	const [offered, answered] = [before(offer, exchange), before(answer, exchange)];
	if (offered === null || answered === null) return null;
	const all = [offered, offer, answered, answer].map(credentialsOf);
	const [mineThen, mine, theirsThen, theirs] = all.map(valuesOf);
	if (all.flat().some((line) => line === null)) return null;
	const isNew = (then: typeof mine, now: typeof mine) =>
		then![0] !== now![0] && then![1] !== now![1];
	const isKept = (then: typeof mine, now: typeof mine) =>
		then![0] === now![0] && then![1] === now![1];
	if (!isNew(mineThen, mine) || !isKept(theirsThen, theirs)) return null;
	const [, offerNow, answerThen, answerNow] = all;
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
