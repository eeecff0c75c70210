import { DONE } from '../breaks/done.ts';
import type { Faulty } from '../breaks/fault.ts';
import { NAMES } from '../trace/names.ts';
import type { LevelFault } from './level.ts';

/** Of an offer and an answer there is one at a time; of candidates all are meant. */
const WHAT: Readonly<Record<Faulty, string>> = {
	offer: 'the offer',
	answer: 'the answer',
	candidate: 'each candidate'
};

/**
 * What was wrong with a call, in one phrase: “the offer to Jane: one digit of the fingerprint changed”.
 *
 * @param titles what the slides of the steps are called, by the ids of those
 */
export function faultWords(fault: LevelFault, titles: Readonly<Record<string, string>>): string {
	const titleOf = (step: string) => `‘${titles[step] ?? step}’`;
	switch (fault.do) {
		case 'change':
			return `${WHAT[fault.of]} to ${NAMES[fault.to]}: ${DONE[fault.change] ?? fault.change}`;
		case 'lose':
			return `${WHAT[fault.of]} to ${NAMES[fault.to]} lost`;
		case 'configure': {
			const members = Object.entries(fault.configuration);
			const said = members.map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
			return `${NAMES[fault.peer]}’s connection made with ${said.join(', ')}`;
		}
		case 'move':
			return `${titleOf(fault.step)} after ${titleOf(fault.behind)}`;
	}
}
