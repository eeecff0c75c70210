import { type Browser, type Line, type Section } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { sectionName, usedSections, type Material } from '../material';

const DIRECTIONS = ['sendrecv', 'sendonly', 'recvonly', 'inactive'];
/** What a section says once; in the order in which it is looked for. */
const ONCE = ['ice-ufrag', 'ice-pwd', 'setup', 'mid', 'sctp-port'];

/** What is said twice in one section and cannot be both. */
export function twice(material: Material): Finding[] {
	return usedSections(material).flatMap((section) =>
		[
			directions(section),
			attribute(section),
			payloadType(section),
			extension(section),
			sameExtension(section)
		]
			.filter((found) => found !== null)
			.map(({ id, what, of, todo, source, refusedBy = [] }) =>
				finding({
					id,
					severity: refusedBy.length > 0 ? 'breaks the call' : 'will bite',
					claim: `${what} in ${sectionName(section)}: which of them counts depends on who reads it.`,
					because: lines(material.of, of),
					todo,
					source,
					refusedBy
				})
			)
	);
}

interface Twice {
	readonly id: string;
	/** What there is twice. */
	readonly what: string;
	readonly of: readonly Line[];
	readonly todo: string;
	readonly source: string;
	readonly refusedBy?: readonly Browser[];
}

function directions(section: Section): Twice | null {
	const found = DIRECTIONS.flatMap((name) => section.attributes(name));
	if (found.length < 2) return null;
	const names = found.map(({ attribute: name }) => name);
	return {
		id: 'sdp.two-directions',
		what: `There are ${found.length} directions, ${names.join(' and ')},`,
		of: found,
		todo: 'Leave the one that is meant. Do not add a direction: change the one that is there, or set transceiver.direction.',
		source: 'RFC 8866, 6.7'
	};
}

function attribute(section: Section): Twice | null {
	const name = ONCE.find((one) => {
		const values = new Set(section.attributes(one).map(({ value }) => value));
		return values.size > 1;
	});
	if (name === undefined) return null;
	return {
		id: 'sdp.attribute-twice',
		what: `a=${name} comes ${section.attributes(name).length} times with different values`,
		of: section.attributes(name),
		todo: `Leave one a=${name}.`,
		source: 'RFC 8839, 5.4; RFC 8842, 5'
	};
}

/** Two lines of an attribute that say different things of one number; null where none do. */
function clashing(section: Section, name: string): readonly [Line, Line] | null {
	if (!section.hasRepeated(name)) return null;
	const first = new Map<string, Line>();
	for (const line of section.attributes(name)) {
		const former = first.get(numberOf(line));
		if (former === undefined) first.set(numberOf(line), line);
		else if (thingOf(former) !== thingOf(line)) return [former, line];
	}
	return null;
}

/** The number that a line begins with: a payload type, or the id of an extension with its direction. */
const numberOf = ({ value }: Line) => /^\d+/.exec(value)?.[0] ?? value;
/** What the number stands for. */
const thingOf = ({ value }: Line) => value.split(/\s+/)[1]?.toLowerCase() ?? '';

function payloadType(section: Section): Twice | null {
	const found = clashing(section, 'rtpmap');
	if (found === null) return null;
	return {
		id: 'sdp.payload-type-twice',
		what: `Payload type ${numberOf(found[0]).slice(0, 10)} stands for two codecs`,
		of: found,
		todo: 'Give each codec a payload type of its own.',
		source: 'RFC 8866, 6.6',
		refusedBy: ['Chromium']
	};
}

/** A line that comes again as it is; null where none does. */
function repeated(section: Section, name: string): readonly [Line, Line] | null {
	if (!section.hasRepeated(name)) return null;
	const first = new Map<string, Line>();
	for (const line of section.attributes(name)) {
		const former = first.get(line.value);
		if (former !== undefined) return [former, line];
		first.set(line.value, line);
	}
	return null;
}

function sameExtension(section: Section): Twice | null {
	const found = repeated(section, 'extmap');
	if (found === null) return null;
	return {
		id: 'sdp.extension-repeated',
		what: `Header extension ${numberOf(found[0]).slice(0, 10)} comes twice`,
		of: found,
		todo: 'Leave one of the two lines.',
		source: 'RFC 8285, 5',
		refusedBy: ['Firefox']
	};
}

function extension(section: Section): Twice | null {
	const found = clashing(section, 'extmap');
	if (found === null) return null;
	return {
		id: 'sdp.extension-id-twice',
		what: `Number ${numberOf(found[0]).slice(0, 10)} stands for two header extensions`,
		of: found,
		todo: 'Give each header extension a number of its own, the same one in all sections of a bundle.',
		source: 'RFC 8285, 5 and 6',
		refusedBy: ['Chromium', 'Firefox']
	};
}
