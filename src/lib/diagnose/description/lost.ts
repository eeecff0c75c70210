import { finding, type Finding } from '../finding';
import { LOST_ID } from '../lost-id';
import { called, type Lost, type Material } from '../material';

const WORDS: Readonly<Record<Lost, readonly [what: string, todo: string]>> = {
	shortened: [
		'a console shortened it',
		'Copy the whole: copy(value) or JSON.stringify(value) in the console, or “Copy string contents” in the menu of the value.'
	],
	'broken off': [
		'the text breaks off in it',
		'Copy it to its end; where a log cuts long lines, print each line of the description by itself.'
	],
	'left out': ['whoever passed it on left lines out', 'Look at the original, with all its lines.'],
	'begun within': [
		'the text begins within a section of it',
		'Copy it from its first line on: v=0.'
	],
	unread: [
		'it goes on in lines that were not used',
		'Take off what stands in front of these lines, or paste the description as the browser has it.'
	]
};

/** Says that a description was not copied whole, so that nothing that is missing in it is blamed on it. */
export function lostInCopying(material: Material, lost: Lost): Finding {
	const [what, todo] = WORDS[lost];
	return finding({
		id: LOST_ID,
		claim: `The ${called(material)} is not here as a whole: ${what}. Nothing is concluded from what is left.`,
		todo
	});
}
