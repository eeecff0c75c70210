import type { Browser, Line } from '../sdp';

/** How much a finding matters, the worst first. */
export const SEVERITIES = [
	'breaks the call',
	'breaks a part',
	'will bite',
	'worth knowing'
] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a finding is concluded from, so that everybody can look for himself. */
export type Evidence =
	/** A line of a description. */
	| {
			readonly kind: 'line';
			/** Which description, by the name that it was given. */
			readonly of: string;
			/** From 1. */
			readonly number: number;
			readonly text: string;
	  }
	/** An entry of a trace. */
	| { readonly kind: 'entry'; readonly seq: number; readonly text: string }
	/** What is no line and no entry: a candidate, a pair, a figure, in words. */
	| { readonly kind: 'fact'; readonly text: string };

/** Something that is concluded from what is at hand. */
export interface Finding {
	/** A stable name with dots: `answer.no-fingerprint`. */
	readonly id: string;
	readonly severity: Severity;
	/** One sentence, from the values at hand. */
	readonly claim: string;
	readonly because: readonly Evidence[];
	/** One or two sentences: what to do about it. */
	readonly todo: string;
	/** Where the rule or the fact stands: `RFC 9429, 5.8.3`; null where it was only tried. */
	readonly source: string | null;
	/** Whether there is no other explanation; else it is the likely one. */
	readonly isCertain: boolean;
	/** The browsers that refuse the description for this; none where they take it. */
	readonly refusedBy: readonly Browser[];
	/** The browsers that take it as an offer, and cannot make or set an answer then. */
	readonly unanswerableBy: readonly Browser[];
	/** The finding that explains this one; null for one that stands for itself. */
	readonly under: string | null;
}

/** What a detector says; the rest follows from it. */
export type Told = Pick<Finding, 'id' | 'claim' | 'todo'> & Partial<Finding>;

/** A finding: certain, for itself, and breaking the call where a browser refuses it. */
export function finding(told: Told): Finding {
	const { refusedBy = [], unanswerableBy = [] } = told;
	return {
		severity: refusedBy.length + unanswerableBy.length > 0 ? 'breaks the call' : 'worth knowing',
		because: [],
		source: null,
		isCertain: true,
		refusedBy,
		unanswerableBy,
		under: null,
		...told
	};
}

/** At most so many lines are named for one finding: the others are of the same kind. */
const MOST_LINES = 5;

/** Lines of a description as evidence; those that are not there are left out. */
export function lines(of: string, found: readonly (Line | null | undefined)[]): Evidence[] {
	return found
		.filter((line) => line !== null && line !== undefined)
		.slice(0, MOST_LINES)
		.map(({ number, text }) => ({ kind: 'line', of, number, text }));
}

/**
 * The order in which findings are read: the worst first, of those what browsers refuse for, and what
 * is certain before what is likely; what follows from another stands under it.
 */
export function inOrder(findings: readonly Finding[]): Finding[] {
	const rank = ({ severity, refusedBy, unanswerableBy, isCertain }: Finding) =>
		SEVERITIES.indexOf(severity) * 4 +
		(refusedBy.length + unanswerableBy.length > 0 ? 0 : 2) +
		(isCertain ? 0 : 1);
	const sorted = findings.toSorted((one, other) => rank(one) - rank(other));
	const ids = new Set(sorted.map(({ id }) => id));
	const isUnder = ({ id, under }: Finding) => under !== null && under !== id && ids.has(under);
	const heads = sorted.filter((one) => !isUnder(one));
	const followers = sorted.filter(isUnder);
	// Two may have the same name: what follows stands under that which rests on the same description, and once.
	const headOf = (one: Finding) => {
		const those = heads.filter(({ id }) => id === one.under);
		return those.find((head) => areOfOne(head, one)) ?? those[0];
	};
	const led = followers.map((one) => ({ one, head: headOf(one) }));
	const ordered = heads.flatMap((head) => [
		head,
		...led.filter((follower) => follower.head === head).map(({ one }) => one)
	]);
	// What is under one that is itself under another comes last.
	return [...ordered, ...followers.filter((one) => !ordered.includes(one))];
}

/** Whether two findings rest on lines of the same description. */
function areOfOne(one: Finding, other: Finding): boolean {
	const texts = one.because.map((evidence) => (evidence.kind === 'line' ? evidence.of : null));
	return other.because.some((evidence) => evidence.kind === 'line' && texts.includes(evidence.of));
}
