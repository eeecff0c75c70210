import { annotate, type Description } from '../sdp';
import { DESCRIPTION_DETECTORS } from './description';
import { lostInCopying } from './description/lost';
import { telephoneLeg } from './description/not-for-browsers';
import { blanks } from './description/unreadable';
import { byOutcome } from './by-outcome';
import {
	EXCHANGE_DETECTORS,
	OFFER_DETECTORS,
	exchangeOf,
	inView,
	rivals,
	type Ending
} from './exchange';
import { inOrder, type Finding } from './finding';
import { PROVISIONAL } from './exchange/provisional';
import { saidOnce } from './said-once';
import type { Lost, Material } from './material';
import { isOfMasked } from './of-masked';
import { verdictOn, type Verdict, type What } from './verdict';

/** A description to look at. */
export interface Given {
	/** SDP, or its annotation. */
	readonly sdp: string | Description;
	/** The name by which its lines are found, in the evidence. */
	readonly of: string;
	/** Whether it is handed over as `pranswer`: an answer that another one will follow. */
	readonly isProvisional?: boolean;
	/** Candidates that came beside it, as `candidate:…`. */
	readonly trickled?: readonly string[];
	/** What of it was lost in copying: then nothing is concluded from it. */
	readonly lost?: Lost | null;
	/** Whether it stood in quotes, so that it ends as it is here. */
	readonly isQuoted?: boolean;
	/** Whether its type is a member of the object that it is handed over in, and no word of the prose around it. */
	readonly isTyped?: boolean;
	/** The lines, from 1, in which whoever passed it on masked addresses or secrets. */
	readonly masked?: readonly number[];
	/** Whether it was copied without its beginning, which then is no fault of it. */
	readonly isPart?: boolean;
	/** Whether a gateway stands between it and a browser, whose side is at hand as well. */
	readonly isTelephone?: boolean;
}

/** What can be looked at. */
export type Input =
	| {
			readonly kind: 'description';
			readonly role: Material['role'];
			readonly given: Given;
			/** Of an offer: the exchange by which the connection stands that it goes on with. */
			readonly standing?: { readonly offer: Given; readonly answer: Given };
			/** Of an answer: another one to the same offer, and whether that came first. */
			readonly rival?: { readonly given: Given; readonly isFirst: boolean };
	  }
	| {
			readonly kind: 'exchange';
			readonly offer: Given;
			readonly answer: Given;
			/** The exchange by which the connection stands that this one changes. */
			readonly standing?: { readonly offer: Given; readonly answer: Given };
			/** How the connection ended, and what is told of its TURN servers. */
			readonly ending?: Ending;
	  };

/** What was concluded. */
export interface Diagnosis {
	/** The one that explains the others first. */
	readonly findings: readonly Finding[];
	/** What browsers make of it; null where that cannot be told. */
	readonly verdict: Verdict | null;
	/** How many things were looked at. */
	readonly checks: number;
}

function materialOf(given: Given, role: Material['role']): Material {
	const { sdp, of, trickled = [], isQuoted = false, isTyped = false } = given;
	const masked = new Set(given.masked);
	const written = typeof sdp === 'string' ? annotate(sdp) : sdp;
	const description = asFirefoxReads(written);
	return { of, role, trickled, written, description, isQuoted, isTyped, masked };
}

/** What stands between `a=` and a name: Firefox reads past it, and Chromium refuses the line. */
const BLANKS = /^a= +(?=\S)/;

function asFirefoxReads(written: Description): Description {
	if (!written.lines.some(({ text }) => text.startsWith('a= ') && BLANKS.test(text)))
		return written;
	return annotate(
		written.lines.map(({ text, ending }) => text.replace(BLANKS, 'a=') + ending).join('')
	);
}

const listed = (found: Finding | readonly Finding[] | null): readonly Finding[] =>
	found === null ? [] : 'id' in found ? [found] : found;

function lookAt(material: Material): Finding[] {
	const found = DESCRIPTION_DETECTORS.flatMap((detector) => listed(detector(material))).filter(
		(one) => !isOfMasked(material)(one)
	);
	const ids = new Set(found.map(({ id }) => id));
	return [...found, ...blanks(material).filter(({ id }) => !ids.has(id))];
}

/** Concludes what is wrong with a description, or with an offer and its answer. Never throws. */
export function diagnose(input: Input): Diagnosis {
	if (input.kind === 'description') {
		const { given, role } = input;
		if (given.lost) return ofLost(given, role);
		if (given.isTelephone) return ofTelephone([materialOf(given, role)]);
		const material = materialOf(given, role);
		const more = [
			...(input.rival ? rivalsOf(material, input.rival) : []),
			...(input.standing ? goingOn(material, input.standing) : [])
		];
		return asCopied(ofDescription(material, role && whatOf(given, role), more), [given]);
	}
	const { offer, answer, standing, ending } = input;
	if (offer.lost || answer.lost) return ofLostExchange(offer, answer);
	if (offer.isTelephone && answer.isTelephone)
		return ofTelephone([materialOf(offer, 'offer'), materialOf(answer, 'answer')]);
	const diagnosis = ofExchange(
		materialOf(offer, 'offer'),
		materialOf(answer, 'answer'),
		whatOf(answer, 'answer'),
		standing && bothOf(standing),
		ending
	);
	return asCopied(diagnosis, [offer, answer]);
}

/** Of what was not copied whole nothing is concluded. */
function ofLost(given: Given, role: Material['role']): Diagnosis {
	const findings = given.lost ? [lostInCopying(materialOf(given, role), given.lost)] : [];
	return { findings, verdict: null, checks: 1 };
}

/** What no browser is given is not held against what browsers take. */
const ofTelephone = (materials: readonly Material[]): Diagnosis => ({
	findings: [telephoneLeg(materials)],
	verdict: null,
	checks: 1
});

/** Of an offer and its answer, one of which was not copied whole, each is looked at by itself. */
function ofLostExchange(offer: Given, answer: Given): Diagnosis {
	const sides = [
		diagnose({ kind: 'description', role: 'offer', given: offer }),
		diagnose({ kind: 'description', role: 'answer', given: answer })
	];
	return {
		findings: inOrder(sides.flatMap(({ findings }) => findings)),
		verdict: null,
		checks: sides.reduce((sum, { checks }) => sum + checks, 0)
	};
}

/** What may stand in the session part, or in sections that were not copied. */
const ELSEWHERE = new Set([
	'sdp.missing-line',
	'sdp.no-sections',
	'sdp.not-for-browsers',
	'sdp.no-ice-credentials',
	'sdp.no-fingerprint',
	'sdp.sdes',
	'offer.no-setup',
	'sdp.no-setup',
	'sdp.no-mid',
	'sdp.no-rtcp-mux',
	'sdp.bundle-stranger',
	'sdp.no-connection-line',
	'answer.no-fingerprint',
	'answer.no-ice-credentials',
	'answer.no-setup',
	'answer.bundle-lost',
	'answer.bundle-split',
	'answer.bundle-wider',
	'answer.bundle-not-offered',
	'answer.bundle-stranger',
	'answer.extension-not-offered',
	'ice.no-candidates',
	'ice.candidates-in-one-section'
]);
/** What tells that the sections of an answer do not stand where those of its offer do. */
const MISALIGNED = 'answer.sections-differ';

/** Whether nothing was copied but the lines that begin sections: what is said of their formats stands behind them. */
function isHeadsAlone({ sdp }: Given): boolean {
	const { lines } = typeof sdp === 'string' ? annotate(sdp) : sdp;
	return lines.every(({ type }) => type === 'm');
}

/** Where a beginning was not copied, its lines are not missed, and what browsers say is not known. */
function asCopied(diagnosis: Diagnosis, all: readonly Given[]): Diagnosis {
	if (!all.some(({ isPart }) => isPart)) return diagnosis;
	// Where sections were left out, those that stand at the same place are not of one another.
	const isShifted = diagnosis.findings.some(({ id }) => id === MISALIGNED);
	const isBare = all.some((one) => one.isPart && isHeadsAlone(one));
	const findings = diagnosis.findings.filter(
		({ id }) =>
			!ELSEWHERE.has(id) &&
			!(isShifted && id.startsWith('answer.')) &&
			!(isBare && id === 'sdp.no-codec-named')
	);
	return { ...diagnosis, findings, verdict: null };
}

const whatOf = ({ isProvisional }: Given, role: 'offer' | 'answer'): What =>
	role === 'answer' && isProvisional ? 'provisional answer' : role;

/** What is said of an answer beside another one to the same offer. */
function rivalsOf(
	material: Material,
	{ given, isFirst }: { given: Given; isFirst: boolean }
): Finding[] {
	const other = materialOf(given, 'answer');
	const [first, second] = isFirst ? [other, material] : [material, other];
	return listed(rivals(first, second)).filter((one) => !isOfMasked(first, second)(one));
}

const bothOf = ({ offer, answer }: { offer: Given; answer: Given }) => ({
	offer: materialOf(offer, 'offer'),
	answer: materialOf(answer, 'answer')
});

/** What is said of an offer that has no answer yet beside the connection that it goes on with. */
function goingOn(offer: Material, standing: { offer: Given; answer: Given }): Finding[] {
	const offered = { offer, answer: null, standing: bothOf(standing) };
	return OFFER_DETECTORS.flatMap((detector) => listed(detector(offered))).filter(
		(one) => !isOfMasked(offer, offered.standing.offer)(one)
	);
}

function ofDescription(material: Material, what: What | null, more: readonly Finding[]): Diagnosis {
	const findings = inOrder(saidOnce([...lookAt(material), ...inFirefox(what), ...more]));
	const { role, description } = material;
	const verdict = what === null ? null : verdictOn(what, [...inFirefox(what), ...findings]);
	return {
		findings,
		// An answer that has no fault of its own may still not fit its offer, and parts are no whole.
		verdict: isWhole(description) && (role === 'offer' || !verdict?.isGood) ? verdict : null,
		checks: DESCRIPTION_DETECTORS.length
	};
}

/** Firefox has no provisional answers, whatever is in them. */
const inFirefox = (what: What | null): Finding[] =>
	what === 'provisional answer' ? [PROVISIONAL] : [];

const BUNDLE_IDS = new Set([
	'answer.bundle-split',
	'answer.bundle-wider',
	'answer.bundle-not-offered'
]);

/** Of a provisional answer Chromium does not look at the bundles yet; of the one that follows it does. */
const forNow = (one: Finding): Finding =>
	BUNDLE_IDS.has(one.id)
		? { ...one, refusedBy: one.refusedBy.filter((browser) => browser !== 'Chromium') }
		: one;

const isWhole = (description: Description) => description.lines[0]?.type === 'v';

function ofExchange(
	offer: Material,
	answer: Material,
	what: What,
	standing: { offer: Material; answer: Material } | undefined,
	ending: Ending | undefined
): Diagnosis {
	const exchange = exchangeOf(offer, answer, standing, ending);
	const look = (detectors: typeof EXCHANGE_DETECTORS | typeof OFFER_DETECTORS) =>
		detectors
			.flatMap((detector) => listed(detector(exchange)))
			.filter((one) => !isOfMasked(offer, answer)(one));
	const found = look(EXCHANGE_DETECTORS);
	const together = what === 'provisional answer' ? found.map(forNow) : found;
	const asSeen = inView(exchange);
	const offered = [...look(OFFER_DETECTORS), ...lookAt(offer).map(asSeen)];
	const answered = saidOnce([...together, ...lookAt(answer).map(asSeen)]);
	const inLight = (all: readonly Finding[]) => byOutcome(all, exchange.outcome);
	const onOffer = verdictOn('offer', inOrder(inLight(offered)));
	const onAnswer = () => verdictOn(what, [...inFirefox(what), ...inOrder(inLight(answered))]);
	return {
		findings: inOrder(inLight(saidOnce([...answered, ...inFirefox(what), ...offered]))),
		verdict: onOffer.isGood ? onAnswer() : onOffer,
		checks: 2 * DESCRIPTION_DETECTORS.length + EXCHANGE_DETECTORS.length + OFFER_DETECTORS.length
	};
}
