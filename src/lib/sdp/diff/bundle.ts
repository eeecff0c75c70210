import type { Description, Line } from '../description';
import { listValues, quote } from '../words';
import { bundlesOf, midsOf } from './bundled';
import { pairSections, type Pair } from './sections';
import type { Finding } from './types';

const isOrAre = (mids: readonly string[]) => (mids.length === 1 ? 'is' : 'are');

/** `Section "0" is`, `Sections "0" and "1" are`. */
const subject = (mids: readonly string[]) =>
	`${mids.length === 1 ? 'Section' : 'Sections'} ${listValues(mids.map(quote))} ${isOrAre(mids)}`;

/** Why a section of an offered bundle is not in that of the answer, by its mid. */
class Absent {
	readonly rejected: string[] = [];
	readonly outside: string[] = [];
	/** Outside although the offer left no other way than the bundle. */
	readonly stranded: string[] = [];

	constructor(mids: readonly string[], pairs: ReadonlyMap<string, Pair>) {
		for (const mid of mids) {
			const { offer, answer } = pairs.get(mid) ?? {};
			if (answer === undefined || answer.isRejected || offer?.isRejected) this.rejected.push(mid);
			else if (offer?.isBundleOnly) this.stranded.push(mid);
			else this.outside.push(mid);
		}
	}

	/** A clause for each reason; empty where nothing is absent. */
	toString(): string {
		const { rejected, outside } = this;
		return [
			rejected.length > 0
				? `; ${listValues(rejected)} ${isOrAre(rejected)} rejected, and so not in it`
				: '',
			outside.length > 0
				? `; ${listValues(outside)} ${outside.length === 1 ? 'stays' : 'stay'} outside`
				: ''
		].join('');
	}
}

/** What is against the rules in a group of the answer; null where nothing is. */
function fault(
	after: Line,
	before: Line | null,
	others: readonly Line[],
	answer: Description,
	pairs: ReadonlyMap<string, Pair>
): Pick<Finding, 'meaning' | 'rule'> | null {
	const mids = midsOf(after);
	const rejected = mids.filter((mid) => answer.sectionOf(mid)?.isRejected);
	const meaning = `${subject(rejected)} rejected and must not be in the bundle (RFC 9143, 7.3.3).`;
	if (rejected.length > 0 && rejected[0] === mids[0]) return { meaning, rule: 'rejected-tag' };
	const stray = strayFault(mids, midsOf(before), others, answer, pairs);
	if (stray !== null) return stray;
	return rejected.length > 0 ? { meaning, rule: 'rejected-member' } : null;
}

/** What a group of the answer has that its group of the offer has not, rejected or not; null for nothing. */
function strayFault(
	mids: readonly string[],
	offered: readonly string[],
	others: readonly Line[],
	answer: Description,
	pairs: ReadonlyMap<string, Pair>
): Pick<Finding, 'meaning' | 'rule'> | null {
	const stray = mids.filter((mid) => !offered.includes(mid));
	if (stray.length === 0) return null;
	const elsewhere = stray.every((mid) => others.some((line) => midsOf(line).includes(mid)));
	const meaning = elsewhere
		? `The answer bundles ${listValues(stray)} with ${listValues(offered)}: those are different bundles in the offer (RFC 9143, 7.3).`
		: `The answer bundles ${listValues(stray)}, which the offer did not.`;
	const unknown = stray.some((mid) => answer.sectionOf(mid) === undefined);
	if (unknown) return { meaning, rule: 'bundle-stray' };
	// Where sections have other names than in the offer, that is what is wrong, and groups only follow.
	if (!stray.every((mid) => pairs.has(mid))) return { meaning };
	return { meaning, rule: offered.length === 0 ? 'bundle-unasked' : 'bundle-wider' };
}

/** What became of one group of the offer. */
function compareGroup(
	before: Line,
	answers: readonly Line[],
	offers: readonly Line[],
	pairs: ReadonlyMap<string, Pair>,
	answer: Description
): Finding {
	const offered = midsOf(before);
	const related = answers.filter((line) => midsOf(line).some((mid) => offered.includes(mid)));
	const [after = null] = related;
	const lines = { about: 'BUNDLE', before, after };
	const inside = new Set(related.flatMap(midsOf));
	const absent = new Absent(
		offered.filter((mid) => !inside.has(mid)),
		pairs
	);
	const wrong = after && fault(after, before, offers, answer, pairs);
	if (wrong) return { ...lines, verdict: 'wrong', ...wrong };
	if (absent.stranded.length > 0) {
		const meaning = `${subject(absent.stranded)} offered for the bundle only (a=bundle-only) and accepted outside it: what cannot be bundled must be rejected (RFC 9143, 7.3.2).`;
		return { ...lines, verdict: 'wrong', meaning };
	}
	if (related.length > 1) {
		const meaning = `The one bundle of ${listValues(offered)} is answered as ${related.length}: a section may leave it, but not for another (RFC 9143, 7.3.2).`;
		return { ...lines, verdict: 'wrong', meaning, rule: 'bundle-split' };
	}
	if (after === null) {
		const meaning = 'Nothing is bundled: each section gets a transport of its own.';
		return { ...lines, verdict: 'refused', meaning };
	}
	const all = absent.rejected.length + absent.outside.length === 0;
	const meaning = `One transport for ${listValues(midsOf(after))}${all ? ', as offered' : String(absent)}.`;
	return { ...lines, verdict: all ? 'kept' : 'narrowed', meaning };
}

/** Which sections share a transport after all (RFC 9143, 7.3): a finding for each group. */
export function compareBundles(offer: Description, answer: Description): Finding[] {
	const offers = bundlesOf(offer);
	const answers = bundlesOf(answer);
	const pairs = new Map(
		pairSections(offer, answer).flatMap((pair) =>
			pair.offer?.mid == null ? [] : [[pair.offer.mid, pair] as const]
		)
	);
	const findings = offers
		.filter((line) => midsOf(line).length > 0)
		.map((line) => compareGroup(line, answers, offers, pairs, answer));
	const known = new Set(offers.flatMap(midsOf));
	for (const after of answers) {
		const mids = midsOf(after);
		if (mids.length === 0 || mids.some((mid) => known.has(mid))) continue;
		const wrong = fault(after, null, offers, answer, pairs);
		if (wrong) findings.push({ about: 'BUNDLE', before: null, after, verdict: 'wrong', ...wrong });
	}
	return findings;
}
