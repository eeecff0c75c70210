import { BOTH_BROWSERS, bundlesOf, midsOf, type Browser } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { called, sectionName, type Material } from '../material';

/** The names of sections: each has one of its own, and the bundle joins no stranger (RFC 9143, 7.1; RFC 5888, 9.2). */
export function mids(material: Material): Finding[] {
	const { of, role, description } = material;
	const found: Finding[] = [];
	const groups = bundlesOf(description);
	const named = new Map<string, number>();
	for (const { mid } of description.sections) {
		if (mid !== null) named.set(mid, (named.get(mid) ?? 0) + 1);
	}
	// What a program has yet to fill in, or somebody masked, may be any name.
	const isKnown = description.sections.every((section) => {
		const line = section.attribute('mid');
		return line === undefined || !material.masked?.has(line.number);
	});
	const stranger = !isKnown
		? undefined
		: groups.find((group) => midsOf(group).some((mid) => !named.has(mid)));
	// Firefox takes an offer whose bundle names what is not there, and misses it when it answers.
	const unanswerableBy: Browser[] = role === 'offer' && stranger ? ['Firefox'] : [];
	const [twice] = [...named].find(([, count]) => count > 1) ?? [];
	if (twice !== undefined) {
		const same = description.sections.filter(({ mid }) => mid === twice);
		found.push(
			finding({
				id: 'sdp.mid-twice',
				severity: 'breaks the call',
				claim: `${same.length} sections have the same name, "${twice.slice(0, 40)}": nobody can tell which of them is meant.`,
				because: lines(
					of,
					same.map((section) => section.attribute('mid'))
				),
				todo: 'Give each section an a=mid of its own.',
				source: 'RFC 5888, 9.2; RFC 9429, 5.2.1',
				refusedBy: ['Chromium'],
				unanswerableBy
			})
		);
	}
	const nameless = description.sections.find(({ mid }) => mid === null);
	if (nameless !== undefined) {
		const refusedBy: Browser[] = [];
		if (isGivenTwice(material)) refusedBy.push('Chromium');
		// The first of a group has its transport (RFC 9143, 7.2.1).
		if (groups.some((group) => !named.has(midsOf(group)[0] ?? ''))) refusedBy.push('Firefox');
		found.push(
			finding({
				id: 'sdp.no-mid',
				severity: refusedBy.length > 0 ? 'breaks the call' : 'worth knowing',
				claim: `There is no a=mid for ${sectionName(nameless)}: ${groups.length > 0 ? 'the bundle cannot name it, and ' : ''}candidates and transceivers are matched by position alone.`,
				because: lines(of, [groups[0], nameless.mLine]),
				todo: 'Give each section an a=mid, and each candidate its sdpMid.',
				source: 'RFC 9429, 5.2.1',
				refusedBy
			})
		);
	}
	// Where names are missing or come twice, that is what is wrong, and not the bundle.
	const isNamed = nameless === undefined && twice === undefined;
	if (stranger !== undefined && isNamed && description.sections.length > 0) {
		const mid = midsOf(stranger).find((one) => !named.has(one)) ?? '';
		const isFirst = midsOf(stranger)[0] === mid;
		found.push(
			finding({
				id: 'sdp.bundle-stranger',
				claim: `The bundle names a section "${mid.slice(0, 40)}" that the ${called(material)} does not have.`,
				because: lines(of, [stranger]),
				todo: 'Take the name out of a=group:BUNDLE, or put the section back that somebody took out.',
				source: 'RFC 9143, 7.1',
				refusedBy: isFirst ? BOTH_BROWSERS : ['Chromium'],
				unanswerableBy: isFirst ? [] : unanswerableBy
			})
		);
	}
	return found;
}

/**
 * Whether the names that Chromium gives the nameless sections of an offer, 0 and so on, are those of
 * others: it refuses the names that it has chosen itself.
 */
function isGivenTwice({ role, description }: Material): boolean {
	if (role !== 'offer') return false;
	const nameless = description.sections.filter(({ mid }) => mid === null);
	return nameless.some((_, given) => description.sectionOf(String(given)) !== undefined);
}
