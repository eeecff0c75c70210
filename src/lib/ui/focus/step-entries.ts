import type {
	CallView,
	ErrorData,
	Json,
	SessionView,
	StepView,
	TraceEntry,
	WireMessage
} from '$lib/trace';

/** Everything that happened because of a step, until the next one began. */
export interface StepEntries {
	status: StepView['status'];
	error: ErrorData | undefined;
	entries: readonly TraceEntry[];
	calls: readonly CallView[];
	/** What was sent, oldest first. */
	messages: readonly WireMessage[];
}

/**
 * What happened because of a step, the last time that it was begun in this attempt.
 *
 * @param entries at least the entries of the view
 * @returns null where it was not begun
 */
export function stepIn(
	view: SessionView,
	entries: readonly TraceEntry[],
	step: string
): StepEntries | null {
	const begun = view.steps.findLast(({ id }) => id === step);
	if (!begun) return null;
	const own = entries.slice(begun.begin, view.length).filter((entry) => entry.step === step);
	return {
		status: begun.status,
		error: begun.error,
		entries: own,
		calls: view.calls.filter((call) => call.step === step && call.seq >= begun.begin),
		messages: view.wire.filter(({ sent }) => sent >= begun.begin && entries[sent]?.step === step)
	};
}

/**
 * The kind of media that is added, by what `addTrack` or `addTransceiver` was given: a track, a kind, or
 * either with an init; null where it says none.
 */
export function mediaKindIn(args: Json): string | null {
	const first = Array.isArray(args) ? args[0] : args;
	const one = (first as { track?: Json } | null | undefined)?.track ?? first;
	return typeof one === 'string' ? one : ((one as { kind?: string } | null)?.kind ?? null);
}
