import { EMPTY_VIEW, type SessionView, type TraceEntry } from '../../src/lib/trace';

/** What the picture is given, and follows. */
export class Shown {
	view: SessionView = $state.raw(EMPTY_VIEW);
	entries: readonly TraceEntry[] = $state.raw([]);
}
