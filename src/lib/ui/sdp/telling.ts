import { annotate, type Line } from '$lib/sdp';
import type { Candidate, PeerName, PeerView, SessionView } from '$lib/trace';

/** Where a step's description is, and the lines in it that the step is about. */
interface Telling {
	text: (view: SessionView) => string | undefined;
	lines: readonly RegExp[];
}

const OFFERED = [
	/^m=audio /,
	/^a=rtpmap:\d+ opus/i,
	/^a=ice-ufrag:/,
	/^a=fingerprint:/,
	/^a=setup:/
];
const GATHERED = [/^m=audio /, /^c=/, /^a=candidate:/];

const TELLING: Readonly<Record<string, Telling>> = {
	'john-creates-offer': { text: created('john', 'createOffer'), lines: OFFERED },
	'john-sets-local-description': { text: held('john', 'Local'), lines: GATHERED },
	'jane-sets-remote-description': {
		text: held('jane', 'Remote'),
		lines: [/^a=group:BUNDLE/, /^m=audio /, /^a=mid:/, /^a=sendrecv/, /^a=msid:/]
	},
	'jane-creates-answer': {
		text: created('jane', 'createAnswer'),
		lines: [/^m=audio /, /^a=sendrecv/, /^a=ice-ufrag:/, /^a=fingerprint:/, /^a=setup:/]
	},
	'jane-sets-local-description': { text: held('jane', 'Local'), lines: GATHERED },
	'john-sets-remote-description': {
		text: held('john', 'Remote'),
		lines: [/^a=ice-ufrag:/, /^a=fingerprint:/, /^a=setup:/, /^a=mid:/]
	}
};

/** The steps that carry one candidate: whose it is. */
const CANDIDATE_OF: Readonly<Record<string, PeerName>> = {
	'john-sends-candidate': 'john',
	'jane-adds-candidate': 'john',
	'jane-sends-candidate': 'jane',
	'john-adds-candidate': 'jane'
};

/**
 * The few lines of SDP that a step is about, explained where they stand.
 * @param view the session after the step
 * @returns none for a step that is about something else, or that has brought no description
 */
export function tellingLines(view: SessionView, step: string): Line[] {
	const author = CANDIDATE_OF[step];
	if (author) return candidateLine(view, author);
	const telling = TELLING[step];
	const text = telling?.text(view);
	if (!telling || text === undefined) return [];
	const { lines } = annotate(text);
	return telling.lines
		.flatMap((pattern) => lines.find((line) => pattern.test(line.text)) ?? [])
		.sort((a, b) => a.number - b.number);
}

/** The line of the first candidate that went over the wire, in the description of who gathered it. */
function candidateLine(view: SessionView, author: PeerName): Line[] {
	const sent = view.wire.find(
		({ from, message }) => from === author && candidateIn(message) !== undefined
	);
	const candidate = sent && candidateIn(sent.message);
	const text = held(author, 'Local')(view);
	if (!candidate || text === undefined) return [];
	// RFC 8839, 5.1: the six fields that every candidate has. What follows may be written otherwise.
	const fields = candidate.candidate.split(' ').slice(0, 6).join(' ');
	const line = annotate(text).lines.find((one) => one.text.startsWith(`a=${fields} `));
	return line ? [line] : [];
}

function candidateIn(message: unknown): Candidate | undefined {
	return (message as { candidate?: Candidate | null } | null)?.candidate ?? undefined;
}

function created(peer: PeerName, method: 'createOffer' | 'createAnswer') {
	return ({ calls }: SessionView): string | undefined => {
		const call = calls.findLast((one) => one.peer === peer && one.name === method);
		return (call?.result as { sdp?: string } | null | undefined)?.sdp;
	};
}

function held(peer: PeerName, side: 'Local' | 'Remote') {
	return ({ peers }: SessionView): string | undefined => {
		const { descriptions }: PeerView = peers[peer];
		return (descriptions[`pending${side}Description`] ?? descriptions[`current${side}Description`])
			?.sdp;
	};
}
