import { REFUSALS, type Browser, type DiffFinding } from '../../sdp';
import { finding, lines, type Finding, type Severity } from '../finding';
import type { Exchange } from './exchange';
import { RULES, type RuleWords } from './rules';

/** Every rule of offer and answer that the answer breaks, as the comparison has found it. */
export function brokenRules({ offer, answer, compared }: Exchange): Finding[] {
	const found = [...compared.session, ...compared.sections.flatMap(({ findings }) => findings)];
	const broken = found.filter((one) => one.verdict === 'wrong' || refusing(one).length > 0);
	const once = new Map<string, Finding>();
	for (const one of broken) {
		const told = findingOf(one, offer.of, answer.of);
		// Each section breaks it in its own words; the first stands for all.
		if (!once.has(told.id)) once.set(told.id, told);
	}
	return [...once.values()];
}

const refusing = ({ rule }: DiffFinding): readonly Browser[] =>
	rule === undefined ? [] : REFUSALS[rule];

/** What no browser refuses: a rule that they pass over, or a part that will not work. */
function weightOf({ rule, about }: DiffFinding): Severity {
	if (rule !== undefined) return 'worth knowing';
	// Roles that do not fit make no handshake, so there are no keys and nothing is sent.
	if (about === 'setup') return 'breaks the call';
	return about === 'payload types' ? 'worth knowing' : 'breaks a part';
}

function findingOf(one: DiffFinding, offer: string, answer: string): Finding {
	const { rule, about, meaning, before, after } = one;
	const because = [...lines(offer, [before]), ...lines(answer, [after])];
	const name = about.toLowerCase().replace(/[^a-z0-9]+/g, '-');
	const words: RuleWords =
		rule === undefined
			? {
					id: `answer.${name}`,
					todo: 'Mend it where the answer is made.',
					source: 'RFC 3264, 6; RFC 9429, 5.3.1'
				}
			: RULES[rule];
	const refusedBy = refusing(one);
	return finding({
		...words,
		severity: refusedBy.length > 0 ? 'breaks the call' : (words.severity ?? weightOf(one)),
		claim: meaning,
		because,
		refusedBy
	});
}
