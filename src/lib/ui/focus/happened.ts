import {
	STATE_NAMES,
	type Attributes,
	type CallView,
	type Json,
	type PeerName,
	type SessionView,
	type TraceEntry
} from '$lib/trace';
import { isSummedUp } from '$lib/trace/part-words';

/** What happened because of a step. */
export interface Happened {
	/** undefined while the step was not begun. */
	status: 'pending' | 'done' | 'failed' | undefined;
	calls: CallView[];
	changes: { seq: number; peer: PeerName; name: string; from: string; to: string }[];
	/** Events of the same name at the same peer, counted; the end of candidates is none. */
	events: { peer: PeerName; name: string; count: number }[];
}

/**
 * What happened because of a step: its calls, the events that came before the next step began, and
 * the states that changed.
 *
 * @param entries the prefix of the trace that the view is of
 */
export function whatHappened(
	entries: readonly TraceEntry[],
	view: SessionView,
	step: string
): Happened {
	const own = entries.filter((entry) => entry.attempt === view.attempt && entry.step === step);
	const events: Happened['events'] = [];
	const changes: Happened['changes'] = [];
	for (const { kind, name: event, peer, data, seq } of own) {
		if (peer === null) continue;
		if (kind === 'event' && !isSummedUp(event)) {
			const name = event === 'icecandidate' ? `${event}${endOf(data)}` : event;
			const known = events.find((event) => event.name === name && event.peer === peer);
			if (known) known.count += 1;
			else events.push({ name, peer, count: 1 });
		}
		if (kind === 'changed') {
			const attributes = data as Partial<Attributes>;
			for (const state of STATE_NAMES) {
				const to = attributes[state];
				if (to === undefined) continue;
				const history = view.peers[peer].states[state];
				const from = history[history.findIndex((change) => change.seq === seq) - 1]?.value ?? '–';
				changes.push({ seq, peer, name: state, from, to });
			}
		}
	}
	return {
		status: view.steps.findLast((one) => one.id === step)?.status,
		calls: view.calls.filter((call) => call.step === step),
		changes,
		events
	};
}

/** webrtc-pc, 4.8.2: an empty candidate ends those of a generation, null says that gathering is over. */
function endOf(data: Json | undefined): string {
	const { candidate } = (data ?? {}) as { candidate?: { candidate: string } | null };
	if (candidate === null) return ': end of gathering';
	return candidate?.candidate === '' ? ': end of candidates' : '';
}
