import { finding, lines, type Finding } from '../finding';
import { sectionName } from '../material';
import type { Exchange } from './exchange';

/** Directions by which nothing flows in a section for media (RFC 3264, 6.1). */
export function noFlow({ offer, answer }: Exchange): Finding | null {
	const still = offer.description.sections.flatMap((section, index) => {
		const other = answer.description.sections[index];
		if (!other || !section.isRtp || section.isRejected || other.isRejected) return [];
		const both = [section.direction, other.direction];
		const isStill =
			both.includes('inactive') ||
			(both[0] === both[1] && (both[0] === 'sendonly' || both[0] === 'recvonly'));
		return isStill ? [{ section, other }] : [];
	});
	const [first] = still;
	if (first === undefined) return null;
	const { section, other } = first;
	const line = (one: typeof section) => one.effective(one.direction) ?? one.mLine;
	return finding({
		id: 'media.no-direction',
		severity: 'worth knowing',
		claim: `Nothing flows in ${sectionName(section)}: ${section.direction} was offered, ${other.direction} answered.`,
		because: [...lines(offer.of, [line(section)]), ...lines(answer.of, [line(other)])],
		todo: 'If media are wanted here, add the track before the answer is made (addTrack), or set transceiver.direction and negotiate again.',
		source: 'RFC 3264, 6.1; RFC 9429, 5.3.1'
	});
}
