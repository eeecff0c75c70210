import {
	failedFor,
	outcomeOfWords,
	strays,
	toldTurn,
	type Ending,
	type Finding,
	type Loose,
	type Outcome
} from '../diagnose';
import type { Concludable } from './concludable';
import { copyDamageOf } from './copied';
import { authorIn } from './open-offers';
import { ufragsIn } from './owners';

/** What stands beside descriptions, as far as it tells of them. */
export interface Beside {
	/** The candidates that belong to each description. */
	readonly own: readonly (readonly string[])[];
	/** Those of which it is not known whose they are, damaged ones among them: who lacks one knows nothing of all. */
	readonly open: readonly string[];
	/** Those of them that are as they were made, and that something is wrong with. */
	readonly faulty: readonly string[];
	/** What is wrong with where they belong. */
	readonly findings: readonly Finding[];
	/** How the connection ended, and what is told of its TURN servers. */
	readonly ending: Ending;
}

/** Whose the candidates are that stand beside descriptions, and how it is told that the call ended. */
export function besideOf(found: Concludable): Beside {
	const { descriptions, candidates = [], exchanges } = found;
	const owners = found.owners ?? candidates.map(() => (descriptions.length === 1 ? [0] : []));
	const usable = candidates.map(({ problem }) => !problem);
	const own = descriptions.map((_, at) =>
		candidates.flatMap(({ text }, place) => (owners[place]?.includes(at) ? [text] : []))
	);
	const open = candidates.flatMap((one, place) => {
		const isOther = typeof one.usernameFragment === 'string' && descriptions.length > 0;
		return owners[place]?.length || isOther ? [] : [one];
	});
	const faulty = open.filter(({ text, problem }) => problem && copyDamageOf(text) === null);
	const isHere = descriptions.every(({ lost, whole }) => lost === null && whole);
	const loose = candidates
		.filter((_, place) => usable[place])
		.map(
			({ text, sdpMid = null, sdpMLineIndex = null, usernameFragment = null, start = null }) => ({
				text,
				sdpMid,
				sdpMLineIndex,
				usernameFragment,
				start
			})
		) satisfies Loose[];
	const findings = isHere
		? strays(
				loose,
				descriptions.map(seen),
				exchanges.length > 0 && exchanges.length * 2 === descriptions.length
			)
		: [];
	const turn = toldTurn(found.course?.errors ?? [], found.servers ?? []);
	return {
		own,
		open: textsOf(open),
		faulty: textsOf(faulty),
		findings,
		ending: { outcome: outcomeOf(found), turn }
	};
}

const textsOf = (all: readonly { readonly text: string }[]) => all.map(({ text }) => text);

function seen({ sdp, start }: Concludable['descriptions'][number]) {
	return {
		ufrags: ufragsIn(sdp),
		mids: [...sdp.matchAll(/^a=mid:(\S+)/gm)].map(([, mid]) => mid!),
		sections: (sdp.match(/^m=/gm) ?? []).length,
		author: authorIn(sdp),
		hasCandidates: /^a=candidate:/m.test(sdp),
		start
	};
}

const UP = /^(?:connected|completed)$/i;
/** With these another connection begins, or the one before is over. */
const ELSE = /^(?:new|closed)$/i;

/** How the connection ended: as it is told last, else as the pairs do. */
function outcomeOf(found: Concludable): Outcome | null {
	const { course, words = [], pairs = [], statistics } = found;
	// Of several connections it is not known whose descriptions these are, where one failed and another is there.
	const names = new Set(course?.states.flatMap(({ of }) => of ?? []));
	const isFailed = course !== undefined && failedFor(course.states) !== null;
	if (names.size > 1 && isFailed && course.states.some(({ state }) => UP.test(state))) return null;
	const states = [...(course?.states ?? []).map(({ state }) => state), ...reported(statistics)];
	const last = states.findLastIndex((state) => state !== 'closed' && state !== 'disconnected');
	const said = course ? outcomeOfWords({ ...course, words }) : null;
	const hasPair = pairs.some(({ state }) => /^succeeded$/i.test(state));
	// Where DTLS failed there was a path, whatever became of the connection.
	if (said === 'connected') return said;
	if (last !== -1) {
		if (UP.test(states[last]!)) return 'connected';
		if (states[last] !== 'failed') return said;
		const before = states.slice(0, last);
		const own = before.slice(before.findLastIndex((state) => ELSE.test(state)) + 1);
		return hasPair || own.some((state) => UP.test(state)) ? 'lost' : 'failed';
	}
	if (said !== null) return said;
	if (hasPair) return 'connected';
	return pairs.length > 0 && pairs.every(({ state }) => /^failed$/i.test(state)) ? 'failed' : null;
}

/** What statistics tell of the connection of the last of them. */
function reported(statistics: Concludable['statistics']): string[] {
	const value = statistics?.connections[0]?.events.at(-1)?.value as
		{ [name: string]: string } | undefined;
	return value?.connectionState === undefined ? [] : [value.connectionState];
}
