import { Description, Section } from './description';
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
