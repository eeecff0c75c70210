import { waitFor } from 'xstate';
import type { LocalWalk } from '../../src/lib/call/walk';

/** Once nothing is performed any more: a moment is read, or a browser refused. Gives where the walk stands. */
export async function settled({ actor }: LocalWalk) {
	return waitFor(
		actor,
		(snapshot) =>
			snapshot.matches({ call: { attempt: 'reading' } }) ||
			snapshot.matches({ call: { attempt: 'refused' } }),
		{ timeout: 15_000 }
	);
}
