import type { TraceEntry } from '../../src/lib/trace';

/** Entries without what a walk says by itself, and without their place and time. */
export const told = (entries: readonly TraceEntry[]) =>
	entries
		.filter(({ kind }) => kind !== 'attempt' && kind !== 'step')
		.map(({ kind, name, peer, data, step }) => ({ kind, name, peer, data, step }));
