import { describe, expect, it } from 'vitest';
import { remainingCandidates } from '../../src/lib/steps/call/remaining-candidates';
import type { JaneScope, JohnScope } from '../../src/lib/steps/step';

const turn = () => new Promise((resolve) => setTimeout(resolve));

/** An end whose own search lasts until it is ended, and that has the other’s candidates already. */
function end() {
	const log: string[] = [];
	const theirs = [{ candidate: 'theirs' }, null];
	let found: (end: null) => void = () => {};
	const peer = {
		candidates: { next: () => new Promise<null>((resolve) => (found = resolve)) },
		send: ({ candidate }: { candidate: unknown }) => void log.push(`sends ${String(candidate)}`),
		receive: () => Promise.resolve({ candidate: theirs.shift() }),
		pc: {
			addIceCandidate: (candidate: { candidate: string } | null) =>
				Promise.resolve(void log.push(`adds ${candidate?.candidate ?? 'null'}`))
		}
	};
	return { log, peer, endSearch: () => found(null) };
}

describe('the remaining candidates', () => {
	it.each(['john', 'jane'] as const)(
		'of the other are added by %s while the own search goes on, and both are waited for',
		async (name) => {
			const { log, peer, endSearch } = end();
			const operation = remainingCandidates[name] as (
				scope: JohnScope & JaneScope
			) => Promise<void>;
			let isDone = false;
			const done = operation({ [name]: peer } as never).then(() => (isDone = true));
			await turn();
			expect(log).toEqual(['adds theirs', 'adds null']);
			expect(isDone).toBe(false);
			endSearch();
			await done;
			expect(log).toEqual(['adds theirs', 'adds null', 'sends null']);
		}
	);
});
