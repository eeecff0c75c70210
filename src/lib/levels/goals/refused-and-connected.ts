import { outcome, throughAndConnected, type Goal } from './goal.ts';

/** A description was refused for the state that its peer was in, and the call came about all the same. */
export const refusedAndConnected: Goal = (standing) => {
	const failures = standing.view.calls.filter(
		({ name, error }) => name === 'setRemoteDescription' && error
	);
	const refused = failures.find(({ error }) => error!.name === 'InvalidStateError');
	const conditions = [
		{
			wanted: 'setRemoteDescription has failed with InvalidStateError.',
			isMet: refused !== undefined,
			now: failures.length > 0 ? `with ${failures.at(-1)!.error!.name}` : undefined
		},
		...throughAndConnected(standing)
	];
	return outcome(conditions, () => ({
		proof: 'setRemoteDescription failed with InvalidStateError, and both are connected.',
		seq: refused!.seq
	}));
};
