import { LivePeers } from '../rtc/live';
import { Trace } from '../trace/trace';
import { firstContext } from './first-context';
import type { Walk, WalkStand } from './walk';
import type { WalkInput } from './walk-types';

/** Where a walk stands that has not begun: in none of the states that a call has. */
function standAtFirst(input: WalkInput): WalkStand {
	return {
		value: { call: 'idle', pace: 'paused' },
		context: firstContext(input),
		matches: (() => false) as WalkStand['matches'],
		can: () => false
	};
}

/**
 * A walk that shows its first moment, and can be told nothing: what a page has before the machines are
 * there that run one.
 */
export function stillWalk(input: WalkInput): Walk {
	return {
		trace: new Trace(),
		live: new LivePeers(),
		snapshot: standAtFirst(input),
		ready: false,
		machineOf: () => null,
		send() {},
		subscribe: () => () => {},
		playRecording() {},
		begin() {},
		end() {}
	};
}
