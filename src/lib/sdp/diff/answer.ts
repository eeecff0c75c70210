import type { Description } from '../description';
import type { Section } from '../section';
import { capital, clip, count } from '../words';
import { compareBundle } from './bundle';
import { compareCodecs, compareFeedback } from './codecs';
import { compareDirection } from './direction';
import { compareHeaderExtensions } from './header-extensions';
import { compareDtlsRoles, compareIceRoles } from './roles';
import type { DescriptionDiff, Finding, Outcome, SectionDiff } from './types';

/** An attribute without a value that both sides must have for it to count. */
function compareFlag(name: string, without: string) {
	return (offer: Section, answer: Section): Finding | null => {
		const before = offer.attribute(name) ?? null;
		const after = answer.attribute(name) ?? null;
		if (before === null || after !== null) return null;
		return { about: name, verdict: 'refused', meaning: without, before, after };
	};
}

/** Simulcast: what one side sends, the other must say it receives (RFC 8853, 5.3). */
function compareSimulcast(offer: Section, answer: Section): Finding | null {
	const before = offer.attribute('simulcast') ?? null;
	const after = answer.attribute('simulcast') ?? null;
	if (before === null) return null;
	const amount = after?.fields.all('rid-id').length ?? 0;
	const offered = before.fields.all('rid-id').length;
	const lines = { about: 'simulcast', before, after };
	if (after === null) {
		const meaning = 'Simulcast is refused: only one version of the picture is sent.';
		return { ...lines, verdict: 'refused', meaning };
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
	const summary =
		less.length === 0
			? `${name} is accepted as offered.`
			: `${name} is accepted with less than was offered: ${less.map(({ about }) => about).join(', ')}.`;
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
