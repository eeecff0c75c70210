import { finding, lines, type Finding } from '../finding';
import { sectionName, usedSections, type Material } from '../material';

/** An answer with a port of SCTP that is none: Firefox takes it for the missing one (RFC 8841, 5.1). */
export function sctp(material: Material): Finding | null {
	if (material.role !== 'answer') return null;
	for (const section of usedSections(material)) {
		const line = section.isData ? section.attribute('sctp-port') : undefined;
		if (line === undefined || Number(line.value) > 0) continue;
		return finding({
			id: 'answer.sctp-port-of-none',
			claim: `${sectionName(section)} has "${line.value.slice(0, 40)}" for its port of SCTP, by which the association is not wanted.`,
			because: lines(material.of, [line]),
			todo: 'Answer a=sctp-port:5000, as browsers do.',
			source: 'RFC 8841, 5.1',
			refusedBy: ['Firefox']
		});
	}
	return null;
}
