import { finding, type Finding } from '../finding';
import { called, type Material } from '../material';

/** A description without m= sections offers and takes nothing (RFC 9429, 5.2.1). */
export function noSections(material: Material): Finding | null {
	if (material.description.sections.length > 0) return null;
	const what = called(material);
	return finding({
		id: 'sdp.no-sections',
		severity: 'breaks the call',
		claim: `The ${what} has no m= section: nothing is ${what === 'answer' ? 'taken' : 'offered'}, so there are no ICE credentials, no candidates and no connection.`,
		because: [
			{
				kind: 'fact',
				text: `${material.description.lines.length} lines, none of which begins with m=.`
			}
		],
		todo:
			what === 'answer'
				? 'Look at the offer: an answer has the sections that were offered. If that has none, add a track, a transceiver or a data channel before createOffer().'
				: 'Add a track, a transceiver or a data channel before createOffer(): sections come from these alone.',
		source: 'RFC 9429, 5.2.1'
	});
}
