import type { Section } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { sectionName } from '../material';
import type { Exchange } from './exchange';

/** A section of an offer, and of its answer. */
type Both = readonly [offered: Section, answered: Section];

/** Whether nothing flows between these directions (RFC 3264, 6.1). */
function isStill([{ direction: one }, { direction: other }]: Both): boolean {
	const both = [one, other];
	return both.includes('inactive') || (one === other && (one === 'sendonly' || one === 'recvonly'));
}

const isRejected = ([one, other]: Both) => one.isRejected || other.isRejected;

const linesOf = ({ offer, answer }: Exchange, both: readonly Both[]) =>
	both.flatMap(([one, other]) => [
		...lines(offer.of, [one.effective(one.direction) ?? one.mLine]),
		...lines(answer.of, [other.effective(other.direction) ?? other.mLine])
	]);

const TODO =
	'If media are wanted here, add the track before the answer is made (addTrack), or set transceiver.direction and negotiate again.';

/** Directions by which nothing flows in a section for media, in any of them, or nothing of the answerer (RFC 3264, 6.1). */
export function noFlow(exchange: Exchange): Finding | null {
	const { offer, answer } = exchange;
	const all = offer.description.sections.flatMap((section, index): Both[] => {
		const other = answer.description.sections[index];
		return other ? [[section, other]] : [];
	});
	const media = all.filter(([{ isRtp }]) => isRtp);
	const used = media.filter((both) => !isRejected(both));
	const still = used.filter(isStill);
	const [first] = still;
	const told = { id: 'media.no-direction', source: 'RFC 3264, 6.1; RFC 9429, 5.3.1', todo: TODO };
	// On hold both say so.
	const isWanted = still.some(([one]) => one.direction !== 'inactive');
	const carries = all.some((both) => !both[0].isRtp && !isRejected(both));
	if (first && isWanted && !carries && still.length === used.length && media.length > 1) {
		const each = media.map((both) =>
			isRejected(both)
				? `${sectionName(both[0])} is rejected`
				: `in ${sectionName(both[0])} ${both[0].direction} was offered, ${both[1].direction} answered`
		);
		return finding({
			...told,
			severity: 'breaks a part',
			claim: `Nothing flows in any section: ${each.slice(0, 4).join('; ')}${each.length > 4 ? '; …' : ''}.`,
			because: linesOf(exchange, media.slice(0, 4))
		});
	}
	if (first) {
		return finding({
			...told,
			severity: 'worth knowing',
			claim: `Nothing flows in ${sectionName(first[0])}: ${first[0].direction} was offered, ${first[1].direction} answered.`,
			because: linesOf(exchange, [first])
		});
	}
	const isOneWay = ([one, other]: Both) =>
		one.direction === 'sendrecv' && other.direction === 'recvonly';
	if (used.length === 0 || !used.every(isOneWay)) return null;
	return finding({
		...told,
		id: 'media.answerer-sends-nothing',
		severity: 'worth knowing',
		claim: `The answerer sends nothing: ${used.length === 1 ? `${sectionName(used[0]![0])} was` : 'all was'} offered sendrecv and answered recvonly.`,
		because: linesOf(exchange, used.slice(0, 2))
	});
}
