import type { Description } from '../description';
import type { Section } from '../section';
import { streamsOf } from '../grammar/simulcast';
import type { Line } from '../line';
import { capital, clip, count, quote } from '../words';
import { compareBundle } from './bundle';
import { compareCodecs, compareFeedback } from './codecs';
import { compareDirection } from './direction';
import { compareHeaderExtensions } from './header-extensions';
import { compareDtlsRoles, compareIceRoles } from './roles';
import type { DescriptionDiff, Finding, Outcome, SectionDiff, Verdict } from './types';

/** An attribute without a value that both sides must have for it to count. */
function compareFlag(name: string, without: string) {
	return (offer: Section, answer: Section): Finding | null => {
		const before = offer.attribute(name) ?? null;
		const after = answer.attribute(name) ?? null;
		if (before === null || after !== null) return null;
		return { about: name, verdict: 'refused', meaning: without, before, after };
	};
}

/** How many streams of the offer have one of their names in the answer. */
function kept(before: Line, after: Line | null, here: string, there: string): number {
	if (after === null) return 0;
	const names = new Set(
		streamsOf(after.fields, there).flatMap((stream) => stream.map(({ id }) => id))
	);
	return streamsOf(before.fields, here).filter((stream) => stream.some(({ id }) => names.has(id)))
		.length;
}

/** What may not change from the offer to the answer: the kind of a section and its name (RFC 3264, 6). */
function compareIdentity(offer: Section, answer: Section): Finding | null {
	const lines = { about: 'm', before: offer.mLine ?? null, after: answer.mLine ?? null };
	if (offer.kind !== answer.kind) {
		const meaning = `${capital(clip(offer.kind))} was offered, ${clip(answer.kind)} is answered: the kind may not change.`;
		return { ...lines, verdict: 'wrong', meaning };
	}
	if (offer.isRejected) {
		const meaning = 'The offer had port 0, which an answer may not turn into another port.';
		return { ...lines, verdict: 'wrong', meaning };
	}
	if (offer.mid === null || answer.mid === null || offer.mid === answer.mid) return null;
	const meaning = `The section is called ${quote(offer.mid)} in the offer and ${quote(answer.mid)} in the answer: the name may not change.`;
	const [before = null, after = null] = [offer.attribute('mid'), answer.attribute('mid')];
	return { about: 'mid', verdict: 'wrong', meaning, before, after };
}

/** Simulcast: what one side sends, the other must say it receives (RFC 8853, 5.3). */
function compareSimulcast(offer: Section, answer: Section): Finding | null {
	const before = offer.attribute('simulcast') ?? null;
	const after = answer.attribute('simulcast') ?? null;
	if (before === null) return null;
	// What is offered to be sent, the answer says it receives, and the other way round.
	const amount = kept(before, after, 'send', 'recv') + kept(before, after, 'recv', 'send');
	const offered = [...streamsOf(before.fields, 'send'), ...streamsOf(before.fields, 'recv')].length;
	const lines = { about: 'simulcast', before, after };
	if (after === null) {
		const meaning = 'Simulcast is refused: only one version of the picture is sent.';
		return { ...lines, verdict: 'refused', meaning };
	}
	if (amount === 0) {
		const meaning = 'No simulcast version of the offer is in the answer.';
		return { ...lines, verdict: 'wrong', meaning };
	}
	return amount < offered
		? { ...lines, verdict: 'narrowed', meaning: `${amount} of ${offered} simulcast versions kept.` }
		: {
				...lines,
				verdict: 'kept',
				meaning: `Simulcast with ${count(amount, 'version')} is accepted.`
			};
}

const COMPARISONS = [
	compareIdentity,
	compareDirection,
	compareCodecs,
	compareFeedback,
	compareHeaderExtensions,
	compareSimulcast,
	compareFlag('rtcp-mux', 'RTCP does not share the port of RTP but gets one of its own.'),
	compareFlag('rtcp-rsize', 'RTCP packets keep their full form.'),
	compareDtlsRoles
];

const LESS = new Set(['narrowed', 'refused', 'wrong']);

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

function answerSection(offer: Section, answer: Section | undefined): SectionDiff {
	const { index, mid, kind } = offer;
	if (answer === undefined) {
		const summary = 'The answer has no such section, although it must have one for each offered.';
		return { index, mid, kind, outcome: 'missing', summary, findings: [] };
	}
	if (answer.isRejected) return rejection(offer, answer);
	const findings = COMPARISONS.map((compare) => compare(offer, answer)).filter(
		(found) => found !== null
	);
	const less = findings.filter(({ verdict }) => LESS.has(verdict));
	const outcome: Outcome = less.length === 0 ? 'accepted' : 'narrowed';
	const name = capital(clip(kind));
	const abouts = (...verdicts: readonly Verdict[]) =>
		less.filter(({ verdict }) => verdicts.includes(verdict)).map(({ about }) => about);
	const summary =
		less.length === 0
			? `${name} is accepted as offered.`
			: `${name} is ${[
					abouts('narrowed', 'refused').length > 0
						? `accepted with less than was offered: ${abouts('narrowed', 'refused').join(', ')}`
						: '',
					abouts('wrong').length > 0
						? `answered against the rules: ${abouts('wrong').join(', ')}`
						: ''
				]
					.filter((part) => part !== '')
					.join('; ')}.`;
	return { index, mid, kind, outcome, summary, findings };
}

/**
 * What an answer made of an offer, section by section: the sections of both have the same order
 * (RFC 3264, 6). Says what was accepted, narrowed and rejected, and how the roles were settled.
 */
export function diffAnswer(offer: Description, answer: Description): DescriptionDiff {
	const sections = offer.sections.map((section, index) =>
		answerSection(section, answer.sections[index])
	);
	const unasked = answer.sections
		.slice(offer.sections.length)
		.map(({ index, mid, kind }): SectionDiff => ({
			index,
			mid,
			kind,
			outcome: 'unasked',
			summary: 'The offer has no such section: an answer must not add any.',
			findings: []
		}));
	const all = [...sections, ...unasked];
	const amount = (wanted: Outcome) => all.filter(({ outcome }) => outcome === wanted).length;
	const parts = (['accepted', 'narrowed', 'rejected', 'missing', 'unasked'] as const)
		.filter((outcome) => amount(outcome) > 0)
		.map((outcome) => `${amount(outcome)} ${outcome}`);
	const summary = `Of ${count(offer.sections.length, 'offered section')}: ${parts.join(', ') || 'nothing answered'}.`;
	const session = [compareBundle(offer, answer), compareIceRoles(offer, answer)].filter(
		(found) => found !== null
	);
	return { relation: 'answer', summary, session, sections: all };
}
