import {
	byOutcome,
	candidatesAlone,
	candidatesOfBoth,
	diagnose,
	failedPairs,
	glare,
	inOrder,
	serversTold,
	merged,
	REFUSED_ID,
	SEVERITIES,
	toldAlone,
	toldBeside,
	type Diagnosis,
	type Finding,
	type Given
} from '../diagnose';
import { besideOf } from './beside';
import type { Concludable } from './concludable';
import { maskedLines } from './copied';
import type { FoundDescription } from './find-descriptions';
import { refusedHere, withRefusal } from './refused-here';
import { telephonesIn } from './telephone-leg';

/** What was concluded of one description, or of an offer and its answer. */
export interface Conclusion extends Diagnosis {
	/** What it is about: `Offer and answer 2`; null where there is nothing else. */
	readonly about: string | null;
}

/** At most so much is looked at: whoever pastes more has a recording. */
const MOST = 20;

/** The id of the reader of a description, by its place among those that were found. */
export const readerOf = (index: number): string => `pasted-${index + 1}`;

/**
 * Concludes what is wrong with what was found: each exchange with the one before it as the connection
 * that stands, and each description that belongs to none.
 */
export function conclude(found: Concludable): Conclusion[] {
	const { descriptions, exchanges, pairs = [], course, words, servers = [] } = found;
	const { candidates = [] } = found;
	if (course && words && descriptions.length + candidates.length + pairs.length === 0) {
		const told = inOrder([...toldAlone({ ...course, words }), ...serversTold(servers)]);
		const one = [course.declined, course.posted].filter((told) => told != null).length;
		const checks =
			servers.length + course.refusals.length + course.errors.length + words.length + one;
		return [{ about: null, verdict: null, findings: told, checks: checks + course.states.length }];
	}
	const beside = besideOf(found);
	const { outcome } = beside.ending;
	const hadPath = outcome === 'connected' || outcome === 'lost';
	const { told, refused } = toldOf(found, hadPath);
	const paired = new Set(exchanges.flat());
	const telephones = telephonesIn(found);
	const single = descriptions
		.map((_, index) => index)
		.filter((index) => !paired.has(index))
		.slice(0, MOST);
	const given = (index: number, more: readonly string[] = []): Given => {
		const one = descriptions[index]!;
		const { sdp, type, lost, whole } = one;
		return {
			sdp,
			of: readerOf(index),
			// SIP does not say as what a browser is given it.
			isProvisional: type === 'pranswer' && one.sip === null,
			trickled: [...(beside.own[index] ?? []), ...more],
			lost,
			isTyped: one.isTyped && type === 'answer',
			isQuoted: one.isQuoted || (one.lacksEnd && isRefused(found, sdp)),
			masked: maskedLines(sdp),
			isPart: !whole,
			isTelephone: telephones.has(index)
		};
	};
	const isLost = (places: readonly number[]) => places.some((at) => descriptions[at]!.lost);
	const many = exchanges.length + single.length > 1;
	const failed = failedPairs(pairs);
	const { crossed } = found;
	const isAnswered = exchanges.some(([offer]) => crossed?.includes(offer));
	// Pairs say more of candidates than their addresses do.
	const isAlone = descriptions.length === 0 && pairs.length === 0;
	const isOpen = isAlone || descriptions.length > 1;
	const [alone, faulty] = isOpen ? [beside.open, beside.faulty] : [[], []];
	// Where there is one thing that it can be about, it stands with that.
	const isOne = exchanges.length + single.length === 1;
	const ofSide = (side: 'local' | 'remote') =>
		candidates.flatMap((one) => (one.side === side ? [one.text] : []));
	const ofSides = isAlone ? candidatesOfBoth(ofSide('local'), ofSide('remote'), beside.ending) : [];
	const ofAlone =
		ofSides.length > 0
			? ofSides
			: candidatesAlone(alone, isAlone && areOfOne(candidates) ? outcome : null, faulty);
	const ofWhole = [
		...(crossed ? [glare(crossed.map(readerOf), isAnswered)] : []),
		...(failed ? [failed] : []),
		...(isOne ? [] : beside.findings),
		...ofAlone,
		...serversTold(servers)
	];
	const whole: Conclusion[] =
		ofWhole.length > 0
			? [{ about: null, verdict: null, findings: inOrder(ofWhole), checks: 2 }]
			: [];
	/**
	 * The exchange that stands when an offer is made, in the same call: of another nothing stands. Where all offers are listed
	 * before all answers, it is the one whose both parts stand before those of this.
	 */
	const standingAt = (offer: number, answer = offer) => {
		const call = callOf(descriptions[offer]!);
		const before = exchanges.findLast(
			([one, other]) => one < offer && other < answer && callOf(descriptions[one]!) === call
		);
		if (before === undefined || isLost(before)) return {};
		return { standing: { offer: given(before[0]), answer: given(before[1]) } };
	};
	const ofExchanges = exchanges.slice(0, MOST).map(([offer, answer], at): Conclusion => {
		const look = (more: readonly string[]) =>
			diagnose({
				kind: 'exchange',
				offer: given(offer, more),
				answer: given(answer, more),
				...standingAt(offer, answer),
				// What is told last is of the last that was agreed on.
				...(at === exchanges.length - 1 && { ending: beside.ending })
			});
		const looked = withOpen(look([]), () => look(beside.open), beside.open.length);
		const diagnosis = withRefusal(looked, refused, [offer, answer]);
		const about = exchanges.length > 1 ? `Offer and answer ${at + 1}` : 'Offer and answer';
		return {
			about: many ? about : null,
			...(isOne ? withMore(diagnosis, beside.findings) : diagnosis)
		};
	});
	const ofSingle = single.map((index): Conclusion => {
		const { type } = descriptions[index]!;
		const role =
			type === 'offer' ? 'offer' : type === 'answer' || type === 'pranswer' ? 'answer' : null;
		const about = `Description ${index + 1}${type ? `, ${type}` : ''}`;
		const rival = type === 'answer' ? rivalOf(found, index) : null;
		const looked = diagnose({
			kind: 'description',
			role,
			given: given(index),
			...(type === 'offer' && standingAt(index)),
			...(rival !== null &&
				!isLost([rival]) && { rival: { given: given(rival), isFirst: rival < index } })
		});
		const findings = byOutcome(looked.findings, outcome, descriptions.length === 1);
		const diagnosis = withRefusal({ ...looked, findings }, refused, [index]);
		return {
			about: many ? about : null,
			...(isOne ? withMore(diagnosis, beside.findings) : diagnosis)
		};
	});
	const each = [...ofExchanges, ...ofSingle];
	// What is said of all stands first, unless something else explains the call.
	const isLast = heaviest(each) < heaviest(whole);
	const all = isLast ? [...each, ...whole] : [...whole, ...each];
	return withTold(told, all);
}

const HOST = /candidate:(\S+) \d+ (\S+) \d+ (\S+) \d+ typ host\b/;

/**
 * Whether candidates may be of one side: none is of other credentials than another (RFC 8839, 5.4), and no two hosts with one
 * foundation have two addresses (RFC 8445, 5.1.1.3).
 */
function areOfOne(
	candidates: readonly { text: string; usernameFragment?: string | null }[]
): boolean {
	const values = new Map<string, string>();
	return candidates.every(({ text, usernameFragment }) => {
		const ufrag = usernameFragment ?? / ufrag (\S+)/.exec(text)?.[1];
		const [, foundation, transport = '', address = ''] = HOST.exec(text) ?? [];
		const told = [
			...(ufrag ? [['ufrag', ufrag] as const] : []),
			...(foundation ? [[`${foundation} ${transport.toLowerCase()}`, address] as const] : [])
		];
		const isSame = told.every(([name, value]) => (values.get(name) ?? value) === value);
		for (const [name, value] of told) values.set(name, value);
		return isSame;
	});
}

/** How much the worst of what was concluded matters: 0 breaks the call. */
const heaviest = (conclusions: readonly Conclusion[]): number =>
	conclusions
		.flatMap(({ findings }) => findings)
		.reduce((least, { severity }) => Math.min(least, SEVERITIES.indexOf(severity)), Infinity);

/** What stands beside a description belongs to it. */
const withMore = (diagnosis: Diagnosis, more: readonly Finding[]): Diagnosis => ({
	...diagnosis,
	findings: inOrder([...diagnosis.findings, ...more])
});

/** What is said of candidates holds only where those that may be of either side do not change it. */
function withOpen(diagnosis: Diagnosis, other: () => Diagnosis, open: number): Diagnosis {
	if (open === 0) return diagnosis;
	const ids = new Set(other().findings.map(({ id }) => id));
	const findings = diagnosis.findings.filter(({ id }) => !id.startsWith('ice.') || ids.has(id));
	return { ...diagnosis, findings };
}

/** The answer that the offer before another answer has, in the same call; null for none. */
function rivalOf({ descriptions, exchanges }: Concludable, index: number): number | null {
	const call = callOf(descriptions[index]!);
	const offer = descriptions.findLastIndex(
		(one, at) => at < index && one.type === 'offer' && callOf(one) === call
	);
	const answer = exchanges.find(([one]) => one === offer)?.[1] ?? null;
	return answer !== null && descriptions[answer]!.type === 'answer' ? answer : null;
}

const callOf = ({ sip }: FoundDescription): string | null => sip?.call ?? null;

/** Whether a browser is told to have refused the last line of a description: so it really ends there. */
function isRefused({ course }: Concludable, sdp: string): boolean {
	const last = sdp.slice(Math.max(sdp.lastIndexOf('\n'), sdp.lastIndexOf('\r')) + 1);
	const words = `${last} Invalid SDP line`;
	return last !== '' && course?.refusals.some((one) => one.words.includes(words)) === true;
}

const breaks = ({ severity }: Finding) => severity === 'breaks the call';

/**
 * What the text says itself of the call, and which of its descriptions a browser refused.
 * @param hasPath whether it tells that a path was found
 */
function toldOf(found: Concludable, hasPath: boolean) {
	const { course, words = [], descriptions, candidates = [] } = found;
	if (!course) return { told: [], refused: null };
	const texts = [...descriptions.map(({ sdp }) => sdp), ...candidates.map(({ text }) => text)];
	const hasRelay = texts.some((text) => / typ relay\b/.test(text));
	const refused = refusedHere(found);
	const isRefusedHere = refused !== null;
	const told = toldBeside({ ...course, words }, { hasRelay, hasPath, isRefusedHere });
	// Of a call that came about in the end, and of a wrong state, no description is to blame.
	return { told, refused: told.some(({ id }) => id === REFUSED_ID) ? refused : null };
}

/**
 * What was concluded, with what the text says itself of the call: evidence of what explains it, else by
 * itself, in front of what is only likely.
 */
function withTold(beside: readonly Finding[], concluded: readonly Conclusion[]): Conclusion[] {
	const all = concluded.flatMap(({ findings }) => findings);
	const { told, more } = merged(beside, all);
	const conclusions = concluded.map((one) => ({
		...one,
		findings: one.findings.map((of) => ({
			...of,
			because: [...of.because, ...(more.get(of) ?? [])]
		}))
	}));
	if (told.length === 0) return conclusions;
	const own = { about: null, verdict: null, findings: inOrder(told), checks: 2 };
	return all.some(breaks) && !told.some(breaks) ? [...conclusions, own] : [own, ...conclusions];
}
