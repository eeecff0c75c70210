import type { Description } from '../description';
import type { Section } from '../section';
import { capital, clip, count, list } from '../words';
import { compareBundles } from './bundle';
import { refusing, withReaction, type Browser } from './browsers';
import { compareCodecs, compareFeedback } from './codecs';
import { compareDirection } from './direction';
import { compareMultiplexing, compareReducedSize } from './flags';
import { compareHeaderExtensions } from './header-extensions';
import { compareLevels } from './levels';
import { compareNumbers } from './numbers';
import { compareDtlsRoles, compareIceRoles, type Standing } from './roles';
import { compareIdentity, compareSections, compareType, pairSections } from './sections';
import { compareFingerprint, compareIce, compareProfile, compareSctp, isWebrtc } from './security';
import { compareSimulcast } from './simulcast';
import type { DescriptionDiff, Finding, Outcome, SectionDiff, Verdict } from './types';

const COMPARISONS = [
	compareIdentity,
	compareProfile,
	compareDirection,
	compareCodecs,
	compareLevels,
	compareFeedback,
	compareHeaderExtensions,
	compareSimulcast,
	compareSctp,
	compareMultiplexing,
	compareReducedSize,
	compareIce,
	compareFingerprint,
	compareDtlsRoles
];

/**
 * What is read from a line that is malformed is not to be relied on: the fault of the line takes the
 * place of the verdict.
 */
function withProblem(finding: Finding): Finding {
	if (finding.verdict === 'wrong') return finding;
	const { before, after } = finding;
	const [line, side] = after?.problem ? [after, 'answer'] : [before, 'offer'];
	const problem = line?.problem ?? null;
	if (problem === null) return finding;
	return { ...finding, verdict: 'wrong', meaning: `In the ${side}: ${problem}` };
}

const LESS: ReadonlySet<Verdict> = new Set(['narrowed', 'refused']);

const aboutsOf = (findings: readonly Finding[]) => [...new Set(findings.map(({ about }) => about))];

function rejection(offer: Section, answer: Section): SectionDiff {
	const wasRejected = offer.isRejected;
	const meaning = wasRejected
		? 'Port 0 in the offer already: this section is not used.'
		: 'Port 0 in the answer: this section is rejected, and nothing of it is used.';
	const before = offer.mLine ?? null;
	const after = answer.mLine ?? null;
	const finding: Finding = { about: 'm', verdict: 'refused', meaning, before, after };
	const { index, mid, kind } = offer;
	const summary = `${capital(clip(kind))} is rejected${wasRejected ? ', as the offer wanted' : ''}.`;
	return { index, mid, kind, outcome: 'rejected', summary, findings: [finding] };
}

/** What a section came to, in one sentence. */
function summarise(kind: string, findings: readonly Finding[]): string {
	const name = capital(clip(kind));
	const wrong = aboutsOf(findings.filter(({ verdict }) => verdict === 'wrong'));
	const less = aboutsOf(findings.filter(({ verdict }) => LESS.has(verdict)));
	if (wrong.length + less.length === 0) return `${name} is accepted as offered.`;
	const parts = [
		less.length > 0 ? `accepted with less than was offered: ${less.join(', ')}` : '',
		wrong.length > 0 ? `answered against the rules: ${wrong.join(', ')}` : ''
	];
	return `${name} is ${parts.filter((part) => part !== '').join('; ')}.`;
}

function answerSection(
	offer: Section,
	answer: Section | undefined,
	standing: Standing | undefined
): SectionDiff {
	const { index, mid, kind } = offer;
	if (answer === undefined) {
		const summary = 'The answer has no such section, although it must have one for each offered.';
		return { index, mid, kind, outcome: 'missing', summary, findings: [] };
	}
	// Another kind with port 0 is still another kind.
	if (answer.isRejected && answer.kind === kind) return rejection(offer, answer);
	const findings = COMPARISONS.map((compare) => compare(offer, answer, standing))
		.filter((found) => found !== null)
		.map(withProblem);
	const outcome: Outcome = findings.some(({ verdict }) => verdict === 'wrong')
		? 'wrong'
		: findings.some(({ verdict }) => LESS.has(verdict))
			? 'narrowed'
			: 'accepted';
	return { index, mid, kind, outcome, summary: summarise(kind, findings), findings };
}

function unasked({ index, mid, kind }: Section): SectionDiff {
	const summary = 'The offer has no such section: an answer must not add any.';
	return { index, mid, kind, outcome: 'unasked', summary, findings: [] };
}

/** How many sections came to what. */
function tally(offered: number, sections: readonly SectionDiff[]): string {
	const amount = (wanted: Outcome) => sections.filter(({ outcome }) => outcome === wanted).length;
	const parts = (['accepted', 'narrowed', 'wrong', 'rejected', 'missing', 'unasked'] as const)
		.filter((outcome) => amount(outcome) > 0)
		.map((outcome) => `${amount(outcome)} ${outcome}`);
	return `Of ${count(offered, 'offered section')}: ${parts.join(', ') || 'nothing answered'}.`;
}

/**
 * The verdict on the answer as a whole, in front of what became of the sections, or behind it where
 * the answer keeps the rules and browsers want more than those. Empty where nothing is against it.
 */
function verdictOf(
	findings: readonly Finding[],
	refusedBy: readonly Browser[]
): { before: string; after: string } {
	const wrong = findings.filter(({ verdict }) => verdict === 'wrong');
	// What most browsers refuse says the most, what breaks a rule more than what is only refused.
	const weight = (found: Finding) =>
		refusing(found).length * 2 + (found.verdict === 'wrong' ? 1 : 0);
	const [worst] = findings
		.filter((found) => found.verdict === 'wrong' || refusing(found).length > 0)
		.sort((one, other) => weight(other) - weight(one));
	if (worst === undefined) return { before: '', after: '' };
	const refusal = `${list(refusedBy)} ${refusedBy.length === 1 ? 'refuses' : 'refuse'}`;
	if (worst.verdict === 'kept') {
		const after =
			refusedBy.length === 0
				? ''
				: ` It keeps the rules, but ${refusal} it as a whole: ${worst.about} must be in each section for them.`;
		return { before: '', after };
	}
	const others = aboutsOf(wrong).filter((about) => about !== worst.about);
	const also = others.length === 0 ? '' : ` Also against the rules: ${list(others)}.`;
	if (refusedBy.length > 0) {
		return { before: `${refusal} this answer as a whole. ${worst.meaning}${also} `, after: '' };
	}
	const before =
		wrong.length === 0 ? '' : `The answer is against the rules. ${worst.meaning}${also} `;
	return { before, after: '' };
}

/**
 * What an answer made of an offer, section by section. Says what was accepted, narrowed and
 * rejected, how the roles were settled, which rules the answer breaks, and whether browsers refuse
 * it for that (RFC 3264, 6; RFC 9429, 5.8.3).
 * @param standing the offer and answer before these, where they renegotiate a connection
 */
export function diffAnswer(
	offer: Description,
	answer: Description,
	standing?: Standing
): DescriptionDiff {
	const sections = pairSections(offer, answer).map((pair, at) =>
		pair.offer === undefined
			? unasked(pair.answer ?? answer.sections[at]!)
			: answerSection(pair.offer, pair.answer, standing)
	);
	const session = [
		compareSections(offer, answer),
		compareType(offer, answer),
		...compareBundles(offer, answer),
		...compareNumbers(offer, answer),
		compareIceRoles(offer, answer)
	]
		.filter((found) => found !== null)
		.map(withProblem);
	const findings = [...session, ...sections.flatMap((section) => section.findings)];
	// Browsers are no party to a call between telephones.
	const browsers = offer.sections.some(isWebrtc);
	const refusedBy = browsers ? [...new Set(findings.flatMap(refusing))].sort() : [];
	const { before, after } = verdictOf(findings, refusedBy);
	const say = (found: Finding) => (browsers ? withReaction(found) : found);
	return {
		relation: 'answer',
		summary: `${before}${tally(offer.sections.length, sections)}${after}`,
		refusedBy,
		session: session.map(say),
		sections: sections.map((section) => ({ ...section, findings: section.findings.map(say) }))
	};
}
