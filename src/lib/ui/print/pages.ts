import type { Moment } from '$lib/call/moments';
import type { Line } from '$lib/sdp';
import type { Course } from '$lib/lessons/course';
import type { Source } from '$lib/steps/step';
import {
	PEER_NAMES,
	prefixAfter,
	stepsDone,
	Views,
	type Json,
	type PeerName,
	type SessionView,
	type TraceEntry
} from '$lib/trace';
import { ladderRows } from '../ladder/layout';
import type { Row } from '../ladder/row';
import { tellingLines } from '../sdp/telling';

/** As many rows of one step as can be read on half a page. */
const MOST_ROWS = 30;

/** A row of the ladder, with how many there were of its kind. */
export interface Happening {
	row: Row;
	times: number;
}

/** What a page of the handout shows beside its slide. */
export interface Page {
	moment: Moment;
	/** The session as it was at this moment. */
	view: SessionView;
	/** Whether the session came as far as this moment. */
	isRecorded: boolean;
	/** Steps that were performed since the page before and have no page of their own. */
	onTheWay: string[];
	/** What happened because of the step, oldest first; on a page without a step, the milestones. */
	happenings: Happening[];
	/** The lines of SDP that the step is about. */
	lines: Line[];
	/** The message that the step sent, as the JSON that a server would carry; null for none or several. */
	sent: string | null;
}

/**
 * The pages of a handout: one for each moment, with what a session had brought by then.
 * @param entries a whole trace; its last attempt is shown
 */
export function pagesOf(
	course: Pick<Course, 'steps'>,
	moments: readonly Moment[],
	entries: readonly TraceEntry[]
): Page[] {
	const attempt = entries.at(-1)?.attempt ?? 0;
	const views = new Views();
	return moments.map((moment, index) => {
		const length = prefixAfter(entries, attempt, moment.steps);
		const view = views.of(entries, length);
		const shown = entries.slice(0, length);
		const step = moment.kind === 'after' ? moment.step : null;
		const before = moments[index - 1]?.steps ?? 0;
		return {
			moment,
			view,
			isRecorded: stepsDone(view) >= moment.steps,
			onTheWay: course.steps
				.slice(before, moment.steps)
				.map(({ id }) => id)
				.filter((id) => id !== step),
			happenings: happeningsOf(shown, attempt, moment),
			lines: step === null ? [] : tellingLines(view, step),
			sent: step === null ? null : sentIn(shown, attempt, step)
		};
	});
}

function happeningsOf(
	entries: readonly TraceEntry[],
	attempt: number,
	{ kind, step }: Moment
): Happening[] {
	if (kind === 'before') return [];
	const found = new Map<string, Happening>();
	for (const row of ladderRows(entries)) {
		if (row.attempt !== attempt || row.peer === null || row.kind === 'step') continue;
		if (kind === 'after' ? entries[row.seq]?.step !== step : !isMilestone(row)) continue;
		const key = [row.kind, row.peer, row.label].join();
		const known = found.get(key);
		if (known) known.times += 1;
		else found.set(key, { row, times: 1 });
	}
	const all = [...found.values()];
	return all.length > MOST_ROWS ? withoutEventsOfStates(all) : all;
}

/** Where more happened than fits a page, a state stands for the event by which it was heard as well. */
function withoutEventsOfStates(all: readonly Happening[]): Happening[] {
	const told = new Set(
		all.flatMap(({ row }) =>
			row.kind === 'state'
				? row.states.map((state) => `${row.peer} ${state.toLowerCase()}change`)
				: []
		)
	);
	return all.filter(({ row }) => row.kind !== 'event' || !told.has(`${row.peer} ${row.label}`));
}

/** What tells of the way to the connection. */
function isMilestone(row: Row): boolean {
	return (
		row.kind === 'milestone' || (row.kind === 'state' && !row.states.includes('signalingState'))
	);
}

function sentIn(entries: readonly TraceEntry[], attempt: number, step: string): string | null {
	const [entry, another] = entries.filter(
		(one) => one.attempt === attempt && one.step === step && one.kind === 'sent'
	);
	return entry && !another ? JSON.stringify((entry.data as { message: Json }).message) : null;
}

/** Where each peer's media came from in a recording, so that the code is shown that ran. */
export function sourcesIn(entries: readonly TraceEntry[]): Record<PeerName, Source> {
	const sources: Record<PeerName, Source> = { john: 'none', jane: 'none' };
	for (const peer of PEER_NAMES) {
		const call = entries.findLast(
			(one) =>
				one.peer === peer &&
				one.kind === 'call' &&
				(one.name === 'getUserMedia' || one.name === 'testPattern')
		);
		if (call) sources[peer] = call.name === 'getUserMedia' ? 'camera' : 'pattern';
	}
	return sources;
}
