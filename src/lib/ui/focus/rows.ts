import { explainCandidateField, parseCandidate } from '$lib/ice';
import type { annotate } from '$lib/sdp';
import {
	PEER_NAMES,
	STATE_NAMES,
	stateOf,
	type Description,
	type Json,
	type Milestones,
	type PeerName,
	type SessionView,
	type TraceEntry
} from '$lib/trace';
import { fateOf } from '$lib/trace/fate';
import { madeIn } from './about';
import { encodingsChanged, encodingWords, layersSent, sizeOf } from './encodings';
import { evidenceOf, reachedWords } from './evidence';
import { foundIn, foundWords, inShort } from './found';
import { whatHappened } from './happened';
import { mediaKindIn } from './step-entries';
import { NAMES } from '../panel/names';
import { focusOf, type Focus } from './focus';
import { briefly, wordsOfState } from './wall-phrases';

/** One thing to look at: a line in the browser's own words, and what it says. */
export interface Row {
	/** Whose it is; null where it is of both, whom the note then names. */
	peer: PeerName | null;
	text: string;
	note: string;
}

/** What rows are made from: a slide, and the moment of the session that is looked at. */
export interface Shown {
	slug: string;
	step: string | null;
	/** The reader of SDP, which may come later than the page. */
	annotate: typeof annotate;
	view: SessionView;
	/** At least the entries of the view. */
	entries: readonly TraceEntry[];
}

/**
 * What matters at a slide once its step was performed, the most important first; empty where nothing
 * has happened yet, and for a slide that is about nothing in the session.
 *
 * @param kinds what may be among it; without, everything
 */
export function rowsOf(shown: Shown, kinds?: ReadonlySet<Focus['from']>): Row[] {
	if (shown.step !== null) {
		const begun = shown.view.steps.findLast(({ id }) => id === shown.step);
		if (begun?.status !== 'done') return [];
	}
	return focusOf(shown)
		.filter(({ from }) => kinds?.has(from) ?? true)
		.flatMap((focus) => (READ[focus.from] as (shown: Shown, focus: Focus) => Row[])(shown, focus));
}

/** Who has performed the step of a slide; both where it has none. */
function actorsOf({ step, view, entries }: Shown): readonly PeerName[] {
	const begun = view.steps.findLast(({ id }) => id === step);
	const peer = begun && entries[begun.begin]?.peer;
	return peer ? [peer] : PEER_NAMES;
}

type Read = { [Kind in Focus['from']]: (shown: Shown, focus: Focus & { from: Kind }) => Row[] };

const READ: Read = {
	description: ({ annotate, view, step }, { lines }) => {
		const made = madeIn(view, step);
		if (!made) return [];
		const all = annotate(made.description.sdp).lines;
		return lines.flatMap((start) => {
			const line = all.find(({ text }) => text.startsWith(start));
			return line ? [row(made.peer, line.text, briefly(line.explanation))] : [];
		});
	},

	states: (shown) =>
		actorsOf(shown).flatMap((peer) =>
			STATE_NAMES.map((name) => {
				const value = stateOf(shown.view.peers[peer], name) ?? '–';
				return row(peer, `${name}: ${value}`, wordsOfState(name, value));
			})
		),

	changes: (shown) => {
		const { view, step, entries } = shown;
		const changed = new Map<string, Row>();
		for (const { peer, name, from, to } of happenedIn(step, view, entries).changes) {
			// Of a state that changed more than once, where it came from and where it is now; back again, by way of what.
			const first = changed.get(peer + name)?.text.split(' ')[1] ?? from;
			const way = first === to ? `${first} › ${from}` : first;
			const state = name as (typeof STATE_NAMES)[number];
			changed.set(peer + name, row(peer, `${name}: ${way} › ${to}`, wordsOfState(state, to)));
		}
		const actors = actorsOf(shown);
		const acts = ({ peer }: Row) => Number(peer !== null && actors.includes(peer));
		return [...changed.values()].sort((a, b) => acts(b) - acts(a));
	},

	events: ({ view, step, entries }, { say }) =>
		happenedIn(step, view, entries).events.flatMap(({ peer, name, count }) =>
			say[name] === undefined ? [] : [row(peer, count > 1 ? `${name} × ${count}` : name, say[name])]
		),

	calls: ({ view, step }, { name, say }) =>
		view.calls
			.filter((call) => call.step === step && call.name === name && call.peer !== null)
			.map((call) => row(call.peer!, `${name}(${kindIn(call.args)})`, say)),

	tracks: (shown) =>
		actorsOf(shown).flatMap((peer) => {
			const { source, kinds } = tracksIn(shown.view, peer);
			return kinds.length > 0
				? kinds.map((kind) => row(peer, `${kind} track`, `One source of ${kind}: ${source}.`))
				: [row(peer, 'no track', `${NAMES[peer]} will only receive.`)];
		}),

	altered: ({ view, step, entries }) =>
		view.wire.flatMap(({ from, to, altered }) => {
			if (!altered || entries[altered.seq]?.step !== step) return [];
			const instead = altered.removed.length > 0 ? 'in its place' : 'as well';
			return [
				...altered.removed.map((line) => row(from, line, `What ${NAMES[from]} wrote.`)),
				...altered.added.map((line) => row(to, line, `What ${NAMES[to]} will read ${instead}.`))
			];
		}),

	message: ({ annotate, view, step, entries }) => {
		const sent = newestMessage({ view, step, entries });
		const description = (sent?.message as { description?: Description } | null)?.description;
		if (!sent || !description) return [];
		const lines = annotate(description.sdp).lines;
		const candidates = lines.filter(({ attribute }) => attribute === 'candidate').length;
		const found = candidates === 0 ? 'not a single candidate' : `${candidates} candidates`;
		return [
			row(sent.from, `"type": "${description.type}"`, 'What the description is.'),
			row(
				sent.from,
				`"sdp": "${lines[0]?.text} ${lines[1]?.text}\u00a0…"`,
				`The description as text: ${lines.length} lines, and ${found} among them.`
			),
			row(
				sent.from,
				fateOf(sent),
				`From ${NAMES[sent.from]} to ${NAMES[sent.to]}, by whatever carries text.`
			)
		];
	},

	candidate: (shown, { words }) => {
		const sent = newestMessage(shown);
		const init = (sent?.message as { candidate?: RTCIceCandidateInit | null } | null)?.candidate;
		if (!sent || !init?.candidate) return [];
		const { fields, candidate } = parseCandidate(init.candidate);
		return words.flatMap((name) => {
			const field = fields.find((one) => one.name === name);
			if (!field) return [];
			const value = init.candidate!.slice(field.start, field.end);
			const text = name === 'cand-type' ? `typ ${value}` : value;
			return [row(sent.from, text, briefly(explainCandidateField(name, value, candidate)))];
		});
	},

	gathered: (shown, { first }) =>
		actorsOf(shown).flatMap((peer) => {
			const found = shown.view.peers[peer].localCandidates.flatMap(({ candidate }) =>
				candidate?.candidate ? [candidate.candidate] : []
			);
			if (found.length === 0) return [];
			const count = found.length === 1 ? '1 candidate' : `${found.length} candidates`;
			return found.slice(0, first).map((text, index) => {
				const { candidate } = parseCandidate(text);
				const said = candidate ? inShort(candidate) : '';
				return row(
					peer,
					text,
					index === 0 ? `The first of ${NAMES[peer]}’s ${count}. ${said}` : said
				);
			});
		}),

	found: (shown) =>
		actorsOf(shown).flatMap((peer) =>
			foundIn(shown.view, shown.entries, shown.step, peer).map((one) =>
				row(peer, ...foundWords(one))
			)
		),

	pairs: ({ view }) =>
		PEER_NAMES.map((peer) => {
			const count = view.peers[peer].stats?.pairs.length ?? 0;
			const state = stateOf(view.peers[peer], 'iceConnectionState') ?? '–';
			return row(
				peer,
				`candidate pairs: ${count}, iceConnectionState: ${state}`,
				count === 0
					? 'Stable is agreed, not connected: there is no pair to check.'
					: 'Paths are being tried already.'
			);
		}),

	given: (shown) =>
		actorsOf(shown).flatMap((peer) => {
			if (!isGivenIn(shown, peer)) return [];
			const added = shown.view.peers[peer].remoteCandidates.filter((one) => one.added);
			const last = added.findLast(({ candidate }) => candidate?.candidate);
			const parsed = parseCandidate(last?.candidate?.candidate ?? '').candidate;
			const count = added.filter(({ candidate }) => candidate?.candidate).length;
			if (!parsed) return [];
			return [
				row(
					peer,
					count === 1 ? 'addIceCandidate' : `addIceCandidate × ${count}`,
					count === 1
						? inShort(parsed)
						: `${NAMES[peer]} was given ${count} candidates, and then the end of them.`
				)
			];
		}),

	encodings: ({ view, step, entries }) =>
		encodingsChanged(view, entries, step).map((one) => row(one.peer, ...encodingWords(one))),

	milestones: ({ view, entries }) =>
		evidenceOf(view, entries).flatMap(({ name, label, peers }) => {
			const times = PEER_NAMES.flatMap((peer) => {
				const reached = peers[peer];
				return reached ? [`${NAMES[peer]} ${reachedWords(reached)}`] : [];
			});
			const [first, second] = PEER_NAMES.filter((peer) => peers[peer] !== null);
			if (!first) return [];
			return [
				row(
					second ? null : first,
					label,
					`${MEANING[name] ?? ''}${times.join(', ')}, since the first check.`
				)
			];
		}),

	numbers: ({ view, entries }) =>
		PEER_NAMES.flatMap((peer) => {
			const layers = layersSent(view, entries, peer).map((words) => row(peer, ...words));
			const video = view.peers[peer].stats?.inbound.find(({ kind }) => kind === 'video');
			if (!video) return layers;
			const { frames, codec, packets } = video;
			const name = codec?.replace(/^\w+\//, '');
			const text = [`${frames ?? 0} frames decoded`, sizeOf(video)].filter(Boolean).join(', ');
			const note = `${NAMES[peer]} received ${packets} packets of video${name ? `, ${name}` : ''}.`;
			return [...layers, row(peer, text, note)];
		})
};

const MEANING: Partial<Record<keyof Milestones, string>> = {
	iceConnected: 'A request got through and was answered: ',
	dtls: 'The keys are there: ',
	connected: 'Path and keys: '
};

function row(peer: PeerName | null, text: string, note: string): Row {
	return { peer, text, note };
}

function happenedIn(step: string | null, view: SessionView, entries: readonly TraceEntry[]) {
	return whatHappened(entries.slice(0, view.length), view, step ?? '');
}

/** Whether the step gave candidates to a peer: those that it was given before are not what the step is about. */
const isGivenIn = ({ view, step }: Shown, peer: PeerName) =>
	view.calls.some(
		(call) => call.step === step && call.peer === peer && call.name === 'addIceCandidate'
	);

/** The message that was sent last because of the step. */
function newestMessage({ view, step, entries }: Omit<Shown, 'slug' | 'annotate'>) {
	return view.wire.findLast(({ sent }) => entries[sent]?.step === step);
}

function kindIn(args: Json): string {
	const [first] = Array.isArray(args) ? args : [args];
	return typeof first === 'string' ? `'${first}'` : (mediaKindIn(args) ?? '');
}

/** Where the peer's tracks come from, and what kinds they are of. */
function tracksIn(view: SessionView, peer: PeerName): { source: string; kinds: string[] } {
	const call = view.calls.findLast(
		(one) => one.peer === peer && /^(getUserMedia|testPattern)$/.test(one.name)
	);
	const result = call?.result as { tracks?: { kind: string }[] } | null | undefined;
	return {
		source: call?.name === 'testPattern' ? 'the test pattern' : 'a device on this machine',
		kinds: result?.tracks?.map(({ kind }) => kind) ?? []
	};
}
