import { BOTH_BROWSERS, bundlesOf, midsOf } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { sectionName, type Material } from '../material';

/** A section is in one bundle, once; the first of an offered bundle is used (RFC 9143, 7.1 and 7.2.1). */
export function bundleMembers({ of, role, description }: Material): Finding[] {
	const groups = bundlesOf(description);
	const found: Finding[] = [];
	const owners = new Map<string, (typeof groups)[number]>();
	for (const group of groups) {
		for (const mid of midsOf(group)) {
			const former = owners.get(mid);
			owners.set(mid, group);
			if (former === undefined || found.length > 0) continue;
			const isSame = former === group;
			found.push(
				finding({
					id: isSame ? 'sdp.bundle-names-twice' : 'sdp.bundles-overlap',
					claim: `The section "${mid.slice(0, 40)}" is named twice ${isSame ? 'in one bundle' : 'in two bundles'}: it has one transport alone.`,
					because: lines(of, isSame ? [group] : [former, group]),
					todo: 'Name each section once in a=group:BUNDLE.',
					source: 'RFC 9143, 7.1; RFC 5888, 9.2',
					refusedBy: isSame ? ['Firefox'] : BOTH_BROWSERS
				})
			);
		}
		const tagged = description.sectionOf(midsOf(group)[0] ?? '');
		if (role === 'offer' && tagged?.isRejected) {
			found.push(
				finding({
					id: 'offer.rejected-in-bundle',
					claim: `The bundle begins with ${sectionName(tagged)}, which is not used (port 0): the transport of all is to be that of the first.`,
					because: lines(of, [group, tagged.mLine]),
					todo: 'Take the section out of a=group:BUNDLE; the next one in the group then has the transport.',
					source: 'RFC 9143, 7.2.1',
					refusedBy: ['Firefox']
				})
			);
		}
	}
	return found;
}
