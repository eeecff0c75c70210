import { finding, type Finding } from '../finding';
import { called, isForBrowsers, usedSections, type Material } from '../material';
import { candidatesOf, hasUnread } from './of-material';
import { areToCome, isOver } from './to-come';

const hasCandidates = (material: Material) =>
	candidatesOf(material).length > 0 || hasUnread(material);

/** No candidate, and none is going to come: without trickle ICE all stand in the description (RFC 8838). */
export function noCandidates(material: Material): Finding | null {
	const { description } = material;
	// One that cannot be read is another fault, and is no lack of them.
	if (hasCandidates(material) || !isForBrowsers(material)) return null;
	if (usedSections(material).length === 0) return null;
	// Candidates that were left out of what was pasted are no fault of it.
	if (areToCome(description)) return null;
	const isTold = isOver(description);
	const what = called(material);
	return finding({
		id: 'ice.no-candidates',
		// Whoever sends them later without saying so may still do it.
		severity: isTold ? 'will bite' : 'worth knowing',
		claim: isTold
			? `The ${what} has no candidate and says that no more will come (a=end-of-candidates).`
			: `The ${what} has no candidate, and does not say that it sends them later (a=ice-options:trickle).`,
		because: [{ kind: 'fact', text: `${description.lines.length} lines, no a=candidate.` }],
		todo: 'Wait until gathering is complete and send pc.localDescription then, or send each candidate as it comes. If none comes at all, look at iceTransportPolicy, permissions and the network.',
		source: 'RFC 8838, 4.1; RFC 8839, 5.1',
		isCertain: isTold
	});
}
