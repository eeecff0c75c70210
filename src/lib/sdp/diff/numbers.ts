import type { Description, Line, Section } from '../description';
import { clip, list, quote } from '../words';
import { bundlesOf, midsOf } from './bundled';
import { extensionKey, extensionName } from './header-extensions';
import { keyOf } from './same-codec';
import type { Finding } from './types';

/** Something that has a number in one section of a bundle. */
interface Numbered {
	readonly section: Section;
	/** The line that says so; looked for only where it is needed. */
	readonly line: () => Line | null;
	/** What it stands for: compared, and in words. */
	readonly key: string;
	readonly words: string;
}

/** The sections of a bundle that are in use. */
function membersOf(group: Line, description: Description): Section[] {
	return midsOf(group)
		.map((mid) => description.sectionOf(mid))
		.filter((section) => section !== undefined)
		.filter((section) => !section.isRejected);
}

/** The numbers that stand for two things within one bundle, each with the two. */
function ambiguous(
	description: Description,
	read: (section: Section) => Iterable<readonly [number: string, what: Numbered]>
): [number: string, first: Numbered, second: Numbered][] {
	return bundlesOf(description).flatMap((group) => {
		const known = new Map<string, Numbered>();
		const found = new Map<string, [string, Numbered, Numbered]>();
		for (const section of membersOf(group, description)) {
			for (const [number, what] of read(section)) {
				const first = known.get(number);
				if (first === undefined) known.set(number, what);
				else if (first.key !== what.key) found.set(number, [number, first, what]);
			}
		}
		return [...found.values()];
	});
}

function* payloadTypes(section: Section): Generator<readonly [string, Numbered]> {
	if (!section.isRtp) return;
	for (const payloadType of new Set(section.mLine?.fields.all('fmt') ?? [])) {
		const codec = section.codecs.get(payloadType);
		if (codec === undefined) continue;
		const line = () => section.lineOf('rtpmap', payloadType) ?? null;
		const key = `${section.kind} ${keyOf(codec, section)}`;
		const words = `${section.describe(payloadType)} (${clip(section.kind)})`;
		yield [payloadType, { section, line, key, words }];
	}
}

function* extensions(section: Section): Generator<readonly [string, Numbered]> {
	for (const line of section.attributes('extmap')) {
		const id = line.fields.get('id');
		// From 4096 on a number may stand for several, of which the answer takes one (RFC 8285, 7).
		if (Number(id) > 255) continue;
		const key = extensionKey(line);
		yield [id, { section, line: () => line, key, words: extensionName(key) }];
	}
}

const where = ({ section, words }: Numbered) =>
	`${words} in section ${quote(section.mid ?? String(section.index))}`;

/** One finding for all numbers of a kind that are ambiguous; null where none is. */
function finding(
	what: 'Payload type' | 'Header extension',
	source: string,
	found: readonly [string, Numbered, Numbered][],
	inAnswer: boolean
): Finding | null {
	const [first] = found;
	if (first === undefined) return null;
	const line = first[2].line();
	const sentences = found.map(
		([number, one, other]) => `${clip(number)} is ${where(one)} and ${where(other)}`
	);
	const meaning = `${what} ${list(sentences, 4)}: in ${inAnswer ? 'one bundle' : 'the bundle of the offer'} a number must mean the same everywhere (${source}).`;
	return {
		about: what === 'Payload type' ? 'payload types' : 'header extensions',
		verdict: 'wrong',
		meaning,
		before: inAnswer ? null : line,
		after: inAnswer ? line : null
	};
}

/** Numbers that stand for two things in one bundle, in the offer and in the answer (RFC 9143, 9.1.1 and 12). */
export function compareNumbers(offer: Description, answer: Description): Finding[] {
	return [offer, answer].flatMap((description): Finding[] => {
		const inAnswer = description === answer;
		const types = finding(
			'Payload type',
			'RFC 9143, 9.1.1',
			ambiguous(description, payloadTypes),
			inAnswer
		);
		const numbers = finding(
			'Header extension',
			'RFC 9143, 12',
			ambiguous(description, extensions),
			inAnswer
		);
		// What browsers do is known for answers only: an offer is refused by somebody else.
		return [
			...(types ? [inAnswer ? { ...types, rule: 'payload-type' as const } : types] : []),
			...(numbers ? [inAnswer ? { ...numbers, rule: 'extension-twice' as const } : numbers] : [])
		];
	});
}
