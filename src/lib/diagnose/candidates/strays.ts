import { finding, type Finding } from '../finding';

/** A candidate that stands beside descriptions, and what is known of where it belongs. */
export interface Loose {
	readonly text: string;
	readonly sdpMid: string | null;
	readonly sdpMLineIndex: number | null;
	readonly usernameFragment: string | null;
	/** Where it stands in what was pasted; null where that is not known. */
	readonly start: number | null;
}

/** A description that candidates stand beside. */
export interface Beside {
	readonly ufrags: ReadonlySet<string>;
	readonly mids: readonly string[];
	/** How many sections it has. */
	readonly sections: number;
	/** Who wrote it: its session id (RFC 8866, 5.2); null where it has none. */
	readonly author: string | null;
	readonly hasCandidates: boolean;
	readonly start: number | null;
}

/** At most so many are named. */
const MOST = 4;

const facts = (all: readonly Loose[]) =>
	all.slice(0, MOST).map(({ text, sdpMid, sdpMLineIndex }) => ({
		kind: 'fact' as const,
		text: [
			text.slice(0, 200),
			...(sdpMid === null ? [] : [`sdpMid ${sdpMid}`]),
			...(sdpMLineIndex === null ? [] : [`sdpMLineIndex ${sdpMLineIndex}`])
		].join(', ')
	}));

const howMany = (all: readonly Loose[]) =>
	all.length === 1 ? 'A candidate beside' : `${all.length} candidates beside`;

const quoted = (words: Iterable<string>) =>
	[...new Set(words)]
		.slice(0, 3)
		.map((word) => `“${word.slice(0, 40)}”`)
		.join(', ');

/**
 * Candidates that belong to none of the descriptions beside which they stand: by a user name fragment that
 * nobody has, or that was given up with a restart, or for a section that is not there (webrtc-pc, 4.4.2
 * addIceCandidate; RFC 8838, 4.2).
 *
 * @param isWhole whether both sides are here, so that a fragment of neither is nobody’s
 */
export function strays(
	candidates: readonly Loose[],
	descriptions: readonly Beside[],
	isWhole: boolean
): Finding[] {
	if (descriptions.length === 0) return [];
	const found = [
		isWhole ? ofNobody(candidates, descriptions) : null,
		ofBefore(candidates, descriptions),
		ofNoSection(candidates, descriptions)
	];
	return found.filter((one) => one !== null);
}

function ofNobody(candidates: readonly Loose[], descriptions: readonly Beside[]): Finding | null {
	const known = new Set(descriptions.flatMap(({ ufrags }) => [...ufrags]));
	const named = candidates.filter(({ usernameFragment }) => usernameFragment !== null);
	const stray = named.filter(({ usernameFragment }) => !known.has(usernameFragment!));
	// Without fragments, or with ones that are masked, nothing can be held against them.
	if (stray.length === 0 || descriptions.some(({ ufrags }) => ufrags.size === 0)) return null;
	const isAll = stray.length === candidates.length;
	const isAlone = isAll && descriptions.some(({ hasCandidates }) => !hasCandidates);
	return finding({
		id: 'ice.candidate-of-other-description',
		severity: isAlone ? 'breaks the call' : 'will bite',
		claim: `${howMany(stray)} the descriptions ${stray.length === 1 ? 'is' : 'are'} for the ICE user name fragment ${quoted(stray.map((one) => one.usernameFragment!))}, which neither has (${quoted(known)}): ${stray.length === 1 ? 'it belongs' : 'they belong'} to another negotiation, and ${stray.length === 1 ? 'is' : 'are'} of no use in this one.`,
		because: facts(stray),
		todo: 'Send description and candidates of one negotiation together; after an ICE restart, or where a connection is made anew, drop the candidates that are left of before.',
		source: 'webrtc-pc, 4.4.2, addIceCandidate; RFC 8838, 4.2',
		isCertain: false
	});
}

/** A side that restarted, and of which nothing came but candidates of before. */
function ofBefore(candidates: readonly Loose[], descriptions: readonly Beside[]): Finding | null {
	for (const [at, now] of descriptions.entries()) {
		if (now.author === null || now.start === null || now.hasCandidates) continue;
		const before = descriptions.slice(0, at).findLast(({ author }) => author === now.author);
		if (before === undefined || isDisjoint(before.ufrags, now.ufrags) === false) continue;
		if (candidates.some(({ usernameFragment: name }) => name !== null && now.ufrags.has(name)))
			continue;
		const stale = candidates.filter(
			({ usernameFragment: name, start }) =>
				name !== null && before.ufrags.has(name) && start !== null && start > now.start!
		);
		if (stale.length === 0) continue;
		return finding({
			id: 'ice.candidate-of-before-restart',
			severity: 'will bite',
			claim: `${howMany(stale)} the descriptions ${stale.length === 1 ? 'has' : 'have'} the ICE user name fragment ${quoted(before.ufrags)}, which was given up when ICE restarted (now ${quoted(now.ufrags)}), and there is none with the new one.`,
			because: facts(stale),
			todo: 'After an ICE restart send the candidates that are gathered for it; those of before belong to no check any more.',
			source: 'RFC 8445, 9; RFC 8838, 4.2',
			isCertain: false
		});
	}
	return null;
}

const isDisjoint = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
	one.size > 0 && other.size > 0 && ![...one].some((name) => other.has(name));

function ofNoSection(
	candidates: readonly Loose[],
	descriptions: readonly Beside[]
): Finding | null {
	const mids = new Set(descriptions.flatMap((one) => one.mids));
	const most = Math.max(...descriptions.map(({ sections }) => sections));
	if (descriptions.some((one) => one.mids.length === 0 || one.sections === 0)) return null;
	const stray = candidates.filter(({ sdpMid, sdpMLineIndex }) =>
		// The name counts where there is one (webrtc-pc, 4.4.2, addIceCandidate).
		sdpMid === null || sdpMid === '' ? (sdpMLineIndex ?? 0) >= most : !mids.has(sdpMid)
	);
	if (stray.length === 0) return null;
	const names = stray.map(({ sdpMid, sdpMLineIndex }) => sdpMid || `index ${sdpMLineIndex}`);
	return finding({
		id: 'ice.candidate-of-no-section',
		severity: stray.length === candidates.length ? 'breaks the call' : 'will bite',
		claim: `${howMany(stray)} the descriptions ${stray.length === 1 ? 'is' : 'are'} for a section that is not there (${quoted(names)}; there ${most === 1 ? 'is one section' : `are ${most} sections`}: ${quoted(mids)}): addIceCandidate() refuses ${stray.length === 1 ? 'it' : 'them'}.`,
		because: facts(stray),
		todo: 'Hand candidates on as they are, with the sdpMid of the description that they belong to (RTCIceCandidate.toJSON() has all of it).',
		source: 'webrtc-pc, 4.4.2, addIceCandidate',
		isCertain: false
	});
}
