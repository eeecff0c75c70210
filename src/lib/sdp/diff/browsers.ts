import { list } from '../words';
import { BOTH, BROKEN_BY, NEITHER, REFUSALS, type Browser, type Rule } from './refusals';
import type { Finding } from './types';

/** The browsers that reject an answer for what a finding says; none where it is not known. */
export function refusing({ rule }: Finding): readonly Browser[] {
	return rule === undefined ? NEITHER : REFUSALS[rule];
}

/** What browsers make of a rule that is broken, as a sentence. */
function reaction(rule: Rule): string {
	const refuse = REFUSALS[rule] as readonly Browser[];
	const accept = BOTH.filter((browser) => !refuse.includes(browser));
	if (accept.length === 0) return `${list(refuse)} refuse the whole answer.`;
	if (refuse.length === 0) return `${list(accept)} accept it all the same.`;
	const own = BROKEN_BY[rule] === undefined ? '' : ', and answers so itself';
	return `${list(refuse)} refuses the whole answer, ${list(accept)} accepts it${own}.`;
}

/** The same finding, which also says what browsers make of it. */
export function withReaction(finding: Finding): Finding {
	const { rule, meaning } = finding;
	return rule === undefined ? finding : { ...finding, meaning: `${meaning} ${reaction(rule)}` };
}

/** The same finding where no browser takes part, so that none refuses it. */
export function withoutRule({ about, verdict, meaning, before, after }: Finding): Finding {
	return { about, verdict, meaning, before, after };
}
