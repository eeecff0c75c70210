import { recognise } from './recognise';
import { ofDumps } from './recognise-dumps';
import { unknown, type Recognised } from './recognised';

/** One of several files, with what it is. */
export interface NamedFile {
	readonly name: string;
	/** What stands in it; empty where it is a recording. */
	readonly text: string;
	readonly found: Recognised;
}

/** A file as one of several. The text of a recording, which may be long, is not kept. */
export function namedFile(name: string, text: string, found: Recognised): NamedFile {
	return { name, text: 'descriptions' in found ? text : '', found };
}

/**
 * What several files are together: dumps are merged, descriptions and candidates are read as one
 * text. Of files of different kinds dumps come before traces, and these before descriptions; what is
 * not shown is said, with the reason.
 */
export function recogniseSeveral(files: readonly NamedFile[]): Recognised {
	const dumps = files.flatMap((file) =>
		'dump' in file.found ? [{ ...file, dump: file.found.dump }] : []
	);
	const traces = files.filter(({ found }) => found.kind === 'trace');
	const texts = files.filter(({ found }) => 'descriptions' in found);
	const used = dumps.length > 0 ? dumps : traces.length > 0 ? traces.slice(0, 1) : texts;
	const names = new Set(used.map(({ found }) => found));
	const left = files.filter(({ found }) => !names.has(found)).map(leftWords);
	const [first, ...more] = used;
	if (!first) return unknown(left.join(' '), null);
	const found =
		more.length === 0
			? { ...first.found, sentence: `“${first.name}”: ${first.found.sentence}` }
			: dumps.length > 0
				? ofDumps(dumps)
				: recognise(texts.map(({ text }) => text).join('\n\n'));
	return { ...found, sentence: [found.sentence, ...left].join(' ') };
}

/** Why a file is not shown with the others. */
function leftWords({ name, found }: NamedFile): string {
	if (found.kind === 'unknown') return `“${name}” is left out. ${found.sentence}`;
	return found.kind === 'trace'
		? `“${name}” is left out: a Parley trace has both ends of its call already, so it is not merged. Open it by itself.`
		: `“${name}” is left out: descriptions and candidates tell no time, so they have no place in a recording. Open it by itself.`;
}
