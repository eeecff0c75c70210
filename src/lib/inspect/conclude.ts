import {
	candidatesAlone,
	diagnose,
	failedPairs,
	glare,
	inOrder,
	toldAlone,
	toldCourse,
	type Diagnosis,
	type Given,
	type ToldAlone,
	type ToldCourse,
	type ToldPair
} from '../diagnose';
import { maskedLines } from './copied';
import type { FoundDescription } from './find-descriptions';

/** What was concluded of one description, or of an offer and its answer. */
export interface Conclusion extends Diagnosis {
	/** What it is about: `Offer and answer 2`; null where there is nothing else. */
	readonly about: string | null;
}

/** At most so much is looked at: whoever pastes more has a recording. */
const MOST = 20;

/** The id of the reader of a description, by its place among those that were found. */
export const readerOf = (index: number): string => `pasted-${index + 1}`;

/** What was found, as far as something is concluded from it. */
export interface Concludable {
	readonly descriptions: readonly FoundDescription[];
	/** Where among the descriptions each offer and its answer are. */
	readonly exchanges: readonly (readonly [offer: number, answer: number])[];
	/** Where two offers are that cross. */
	readonly crossed?: readonly [one: number, other: number] | null;
	/** Candidates that came beside; of whom is not known where there are several descriptions. */
	readonly candidates?: readonly { readonly text: string; readonly problem?: string | null }[];
	/** Pairs of candidates, with what became of them. */
	readonly pairs?: readonly ToldPair[];
	/** What is told of how the call went. */
	readonly course?: ToldCourse;
	/** What a browser said, where there is nothing else. */
	readonly words?: ToldAlone['words'];
}

/**
 * Concludes what is wrong with what was found: each exchange with the one before it as the connection
 * that stands, and each description that belongs to none.
 */
export function conclude(found: Concludable): Conclusion[] {
	const { descriptions, exchanges, candidates = [], pairs = [], course, words } = found;
	if (course && words) {
		const told = toldAlone({ ...course, words });
		const checks = course.refusals.length + course.errors.length + words.length;
		return [{ about: null, verdict: null, findings: told, checks: checks + course.states.length }];
	}
	const trickled = candidates.map(({ text }) => text);
	const paired = new Set(exchanges.flat());
	const single = descriptions
		.map((_, index) => index)
		.filter((index) => !paired.has(index))
		.slice(0, MOST);
	const given = (index: number): Given => {
		const one = descriptions[index]!;
		const { sdp, type, lost, whole } = one;
		return {
			sdp,
			of: readerOf(index),
			// SIP does not say as what a browser is given it.
			isProvisional: type === 'pranswer' && one.sip === null,
			trickled: descriptions.length === 1 ? trickled : [],
			lost,
			isQuoted: one.isQuoted || (one.lacksEnd && isRefused(found, sdp)),
			masked: maskedLines(sdp),
			isPart: !whole
		};
	};
	const isLost = (places: readonly number[]) => places.some((at) => descriptions[at]!.lost);
	const many = exchanges.length + single.length > 1;
	const failed = failedPairs(pairs);
	const { crossed } = found;
	const isAnswered = exchanges.some(([offer]) => crossed?.includes(offer));
	// Pairs say more of candidates than their addresses do; what was damaged says nothing.
	const isAlone = descriptions.length === 0 && pairs.length === 0;
	const alone = isAlone ? candidates.filter(({ problem }) => !problem) : [];
	const ofWhole = [
		...(crossed ? [glare(crossed.map(readerOf), isAnswered)] : []),
		...(failed ? [failed] : []),
		...candidatesAlone(alone.map(({ text }) => text))
	];
	const whole: Conclusion[] =
		ofWhole.length > 0 ? [{ about: null, verdict: null, findings: ofWhole, checks: 2 }] : [];
	const ofExchanges = exchanges.slice(0, MOST).map(([offer, answer], at): Conclusion => {
		// Of another call nothing stands.
		const call = callOf(descriptions[offer]!);
		const before = exchanges.slice(0, at).findLast(([one]) => callOf(descriptions[one]!) === call);
		const diagnosis = diagnose({
			kind: 'exchange',
			offer: given(offer),
			answer: given(answer),
			...(before &&
				!isLost(before) && { standing: { offer: given(before[0]), answer: given(before[1]) } })
		});
		const about = exchanges.length > 1 ? `Offer and answer ${at + 1}` : 'Offer and answer';
		return { about: many ? about : null, ...diagnosis };
	});
	const ofSingle = single.map((index): Conclusion => {
		const { type } = descriptions[index]!;
		const role =
			type === 'offer' ? 'offer' : type === 'answer' || type === 'pranswer' ? 'answer' : null;
		const about = `Description ${index + 1}${type ? `, ${type}` : ''}`;
		const diagnosis = diagnose({ kind: 'description', role, given: given(index) });
		return { about: many ? about : null, ...diagnosis };
	});
	const all = [...whole, ...ofExchanges, ...ofSingle];
	// What breaks the call explains why it failed, and what a browser did not like.
	const isExplained = all.some(({ findings }) =>
		findings.some(({ severity }) => severity === 'breaks the call')
	);
	const told = ofCourse(found, isExplained);
	if (told === null) return all;
	return isExplained ? [...all, told] : [told, ...all];
}

const callOf = ({ sip }: FoundDescription): string | null => sip?.call ?? null;

/** Whether a browser is told to have refused the last line of a description: so it really ends there. */
function isRefused({ course }: Concludable, sdp: string): boolean {
	const last = sdp.slice(Math.max(sdp.lastIndexOf('\n'), sdp.lastIndexOf('\r')) + 1);
	const words = `${last} Invalid SDP line`;
	return last !== '' && course?.refusals.some((one) => one.words.includes(words)) === true;
}

/** What the text says itself of the call; null where it says nothing that matters. */
function ofCourse(
	{ course, descriptions, candidates = [] }: Concludable,
	isExplained: boolean
): Conclusion | null {
	if (!course) return null;
	const texts = [...descriptions.map(({ sdp }) => sdp), ...candidates.map(({ text }) => text)];
	const hasRelay = texts.some((text) => / typ relay\b/.test(text));
	const findings = inOrder(toldCourse(course, hasRelay, isExplained));
	return findings.length === 0 ? null : { about: null, verdict: null, findings, checks: 2 };
}
