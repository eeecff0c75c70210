import { firstWord } from './beginnings';
import { Description, Section, type Line } from './description';
import { ExplainedLine } from './explained-line';
import { splitLines } from './lines';

/**
 * Explains a session description: every line in order with its text, line ending and number, its
 * section, what it says, where that is defined, who writes it, and its words.
 *
 * Nothing is lost: the lines joined give the input back, whatever it was. Nothing is thrown: a
 * line that is no SDP is kept, with its `problem`. Explanations are made when they are read, so a
 * description of ten thousand lines costs little more than splitting it.
 * @param text SDP (RFC 8866), or anything else
 */
export function annotate(text: string): Description {
	const description = new Description();
	let section = description.session;
	splitLines(text, (lineText, ending) => {
		if (lineText.startsWith('m=')) {
			section = new Section(description.sections.length, description);
			description.sections.push(section);
		}
		const line = new ExplainedLine(lineText, ending, description.lines.length + 1, section);
		section.lines.push(line);
		description.lines.push(line);
	});
	return description;
}

/**
 * The lines that have a `problem`, in order. What is found in a text alone is looked for once in all sections: a
 * conference says the same of each of its hundred participants.
 */
export function damagedLines({ lines }: Description): Line[] {
	const sound = new Set<string>();
	return lines.filter((line) => {
		const { rule, text, section, attribute } = line;
		// A check that takes nothing but the words cannot look around.
		const isOfText = rule !== undefined && (rule.check?.length ?? 0) < 2 && section.index !== -1;
		if (isOfText && sound.has(text)) {
			const { around } = rule;
			return around !== undefined && around(firstWord(text, attribute.length + 3), line) !== null;
		}
		const isDamaged = line.problem !== null;
		if (isOfText && !isDamaged) sound.add(text);
		return isDamaged;
	});
}
