import type { Description, Section } from '../description';
import { capital, clip, count, list } from '../words';
import { compareBundles } from './bundle';
import { refusing, withoutRule, withReaction } from './browsers';
import { compareCodecs, compareFeedback } from './codecs';
import { compareDirection } from './direction';
import { compareMultiplexing, compareReducedSize } from './flags';
import { compareHeaderExtensions } from './header-extensions';
import { compareLevels } from './levels';
import { compareNumbers } from './numbers';
import type { Browser } from './refusals';
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
 * What is read from a malformed line of the answer is not to be relied on: the fault takes the place
 * of the verdict. One of the offer is nothing that the answer did.
 */
function withProblem(finding: Finding): Finding {
	if (finding.verdict === 'wrong') return finding;
	const { before, after, meaning } = finding;
	const problem = after?.problem ?? null;
	if (problem !== null)
		return { ...finding, verdict: 'wrong', meaning: `In the answer: ${problem}` };
	const earlier = before?.problem ?? null;
	return earlier === null
		? finding
		: { ...finding, meaning: `${meaning} In the offer: ${earlier}` };
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

/** The browsers that refuse the answer for any of these findings. */
const refusers = (findings: readonly Finding[]) => [...new Set(findings.flatMap(refusing))].sort();

const verb = (browsers: readonly Browser[]) => (browsers.length === 1 ? 'refuses' : 'refuse');

/** What is held against the answer, in front of what became of its sections; empty for nothing. */
function accusation(findings: readonly Finding[]): string {
	const wrong = findings.filter(({ verdict }) => verdict === 'wrong');
	const refusedBy = refusers(findings);
	// What most browsers refuse says the most, what breaks a rule more than what is only refused.
	const weight = (found: Finding) =>
		refusing(found).length * 2 + (found.verdict === 'wrong' ? 1 : 0);
	const [worst] = findings
		.filter((found) => weight(found) > 0)
		.sort((one, other) => weight(other) - weight(one));
	if (worst === undefined || wrong.length + refusedBy.length === 0) return '';
	const lead =
		refusedBy.length === 0
			? 'The answer is against the rules.'
			: `${list(refusedBy)} ${verb(refusedBy)} this answer as a whole.`;
	// Where nobody refuses it, it is worth saying who accepts it.
	const { meaning } = refusedBy.length === 0 ? withReaction(worst) : worst;
	const others = aboutsOf(wrong).filter((about) => about !== worst.about);
	const also = others.length === 0 ? '' : ` Also against the rules: ${list(others)}.`;
	return `${lead} ${meaning}${also} `;
}

/** What browsers want beyond the rules, behind all else; empty where they have it. */
function demand(kept: readonly Finding[], accused: boolean): string {
	const browsers = refusers(kept);
	const abouts = aboutsOf(kept.filter((found) => refusing(found).length > 0));
	if (browsers.length === 0) return '';
	const lead = accused ? 'Besides, ' : 'It keeps the rules, but ';
	return ` ${lead}${list(browsers)} ${verb(browsers)} it as a whole: ${list(abouts)} must be in each section for them.`;
}

/** One or more sentences on the answer as a whole. */
function summariseAll(offered: number, findings: readonly Finding[], sections: SectionDiff[]) {
	const before = accusation(findings.filter(({ verdict }) => verdict !== 'kept'));
	const kept = findings.filter(({ verdict }) => verdict === 'kept');
	return `${before}${tally(offered, sections)}${demand(kept, before !== '')}`;
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
	const browsers = offer.sections.some(isWebrtc);
	const said = [...session, ...sections.flatMap((section) => section.findings)];
	// Browsers are no party to a call between telephones.
	const findings = browsers ? said : said.map(withoutRule);
	const say = (found: Finding) => (browsers ? withReaction(found) : found);
	return {
		relation: 'answer',
		summary: summariseAll(offer.sections.length, findings, sections),
		refusedBy: refusers(findings),
		session: session.map(say),
		sections: sections.map((section) => ({ ...section, findings: section.findings.map(say) }))
	};
}
