import { STATE_NAMES, type Attributes, type PeerStats, type TraceEntry } from '../../trace';

/** From how many states on, changed to one value at once, their number stands for their names. */
const MANY = 3;

/** What a `changed` entry says of the states, by the value that they have now. */
export function stateChangesOf(
	entry: TraceEntry
): { states: string[]; value: string; label: string; short: string }[] {
	const attributes = entry.data as unknown as Partial<Attributes>;
	const changed = STATE_NAMES.filter((name) => attributes[name] !== undefined);
	const values = [...new Set(changed.map((name) => attributes[name]!))];
	return values.flatMap((value) => {
		const states = changed.filter((name) => attributes[name] === value);
		if (states.length >= MANY) return [change(states, value)];
		return states.map((name) => change([name], value));
	});
}

function change(states: string[], value: string) {
	const [first, ...others] = states;
	return {
		states,
		value,
		label: `${states.join(', ')} → ${value}`,
		short: others.length > 0 ? `${states.length} states → ${value}` : `${brief(first!)} → ${value}`
	};
}

/** `signalingState` is `signaling` where there is no room. */
function brief(state: string): string {
	return state.replace(/State$/, '');
}

const MILESTONES: readonly (readonly [label: string, isPassed: (stats: PeerStats) => boolean])[] = [
	['pair selected', ({ selected }) => selected !== null],
	[
		'first frame decoded',
		({ inbound }) => inbound.some(({ kind, frames }) => kind === 'video' && (frames ?? 0) > 0)
	]
];

/**
 * What a `stats` entry shows for the first time of its peer in its attempt.
 * @param seen what was shown before; what is new is added
 */
export function milestonesOf({ data }: TraceEntry, seen: Set<string>): string[] {
	if (seen.size === MILESTONES.length) return [];
	const stats = data as unknown as PeerStats;
	const passed = MILESTONES.filter(([label, isPassed]) => !seen.has(label) && isPassed(stats));
	return passed.map(([label]) => {
		seen.add(label);
		return label;
	});
}
