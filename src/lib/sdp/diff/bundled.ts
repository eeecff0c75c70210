import type { Description, Line, Section } from '../description';

/**
 * The attributes of the categories IDENTICAL and TRANSPORT (RFC 8859, 5): in a bundle they belong to
 * the transport that all its sections share. The tagged section has them, the others need not repeat
 * them and inherit them from it (RFC 9143, 7.1.3; RFC 9429, 5.2.1 and 5.3.1).
 */
const SHARED: ReadonlySet<string> = new Set([
	'candidate',
	'connection',
	'crypto',
	'end-of-candidates',
	'fingerprint',
	'ice-pwd',
	'ice-ufrag',
	'remote-candidates',
	'rtcp',
	'rtcp-mux',
	'rtcp-mux-only',
	'rtcp-rsize',
	'setup',
	'tls-id'
]);

/** The a=group lines that bundle. */
export function bundlesOf(description: Description): readonly Line[] {
	return description.session
		.attributes('group')
		.filter(({ fields }) => fields.get('semantics') === 'BUNDLE');
}

/** The mids that a group joins; none where there is no group. */
export function midsOf(group: Line | null): readonly string[] {
	return group?.fields.all('identification-tag') ?? [];
}

/** Found once for a description: every attribute of every section asks. */
const TAGGED = new WeakMap<Description, ReadonlyMap<string, Section>>();

function taggedSections(description: Description): ReadonlyMap<string, Section> {
	const known = TAGGED.get(description);
	if (known !== undefined) return known;
	const tagged = new Map<string, Section>();
	for (const mids of bundlesOf(description).map(midsOf)) {
		const first = mids
			.map((mid) => description.sectionOf(mid))
			.find((section) => section !== undefined && !section.isRejected);
		if (first === undefined) continue;
		for (const mid of mids) if (!tagged.has(mid)) tagged.set(mid, first);
	}
	TAGGED.set(description, tagged);
	return tagged;
}

/**
 * The section whose transport a bundled one uses: the first of its group that is not rejected
 * (RFC 9143, 7.2.1 and 7.3.1). It may be the section itself; null for one outside any bundle.
 */
export function taggedSection({ mid, description }: Section): Section | null {
	return mid === null ? null : (taggedSections(description).get(mid) ?? null);
}

/** Whether a section may leave an attribute to the tagged section of its bundle. */
export function inherits(section: Section, name: string): Section | null {
	const tagged = SHARED.has(name) ? taggedSection(section) : null;
	return tagged === section ? null : tagged;
}

/**
 * The line of an attribute that counts for a section: that of the tagged section of its bundle where
 * it is one that they share, whatever the section itself repeats (Firefox gives a new section another
 * a=setup than the bundle has), else its own, else that of the session part.
 */
export function inForce(section: Section, name: string): Line | null {
	const own = inherits(section, name)?.attribute(name) ?? section.attribute(name);
	if (own !== undefined) return own;
	const general = section.description.session.attribute(name);
	// What belongs into a section says nothing in front of them.
	return general === undefined || general.level === 'media' ? null : general;
}
