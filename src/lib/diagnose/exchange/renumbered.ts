import type { Section } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { sectionName } from '../material';
import type { Exchange } from './exchange';

/** The line that gives a payload type its codec. */
const mapOf = (section: Section, payloadType: string) =>
	section.lineOf('rtpmap', payloadType) ?? section.mLine;

/** The first number of a section that stands for another codec in its answer; null where none does. */
function renumberedIn(section: Section, other: Section) {
	if (!section.isRtp || section.isRejected || other.isRejected) return null;
	for (const [number, offered] of section.codecs) {
		const answered = other.codecs.get(number);
		if (answered === undefined || answered.key === offered.key) continue;
		if (section.lists(number) && other.lists(number)) return { number, offered, answered };
	}
	return null;
}

/** A payload type that stands for one codec in the offer and for another in the answer (RFC 3264, 6.1). */
export function renumbered({ offer, answer }: Exchange): Finding | null {
	for (const [index, section] of offer.description.sections.entries()) {
		const other = answer.description.sections[index];
		const found = other && other.kind === section.kind ? renumberedIn(section, other) : null;
		if (!other || found === null) continue;
		const { number, offered, answered } = found;
		return finding({
			id: 'answer.payload-type-differs',
			severity: 'worth knowing',
			claim: `Payload type ${number.slice(0, 10)} is ${offered.name.slice(0, 40)} in the offer and ${answered.name.slice(0, 40)} in the answer, in ${sectionName(section)}: each side is then sent by the numbers of its own description, and whoever has one table for both ways takes one codec for the other.`,
			because: [
				...lines(offer.of, [mapOf(section, number)]),
				...lines(answer.of, [mapOf(other, number)])
			],
			todo: 'Answer each codec by the number that the offer has for it, as an answer should.',
			source: 'RFC 3264, 6.1'
		});
	}
	return null;
}
