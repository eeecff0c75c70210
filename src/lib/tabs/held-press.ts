import type { WalkSnapshot } from '../call/walk-actor';
import type { WalkEvent } from '../call/walk-types';

type Move = Extract<WalkEvent, { type: 'next' | 'back' }>;

/** Milliseconds after which a press is no longer what whoever pressed expects to happen. */
const LONGEST = 10_000;

/**
 * The press that came last while nothing could be performed: fresh peers were being led to where the walk
 * stands, or were about to be. Whoever comes to a walk hears where it stands before it is heard that a seat is
 * taken, and may press in between.
 */
export class HeldPress {
	#held: { press: () => void; until: number } | null = null;

	/**
	 * Holds a press where a walk cannot take it yet.
	 *
	 * @param press does it, where it still means what was seen
	 * @returns whether it is held
	 */
	holds(snapshot: WalkSnapshot, move: Move, press: () => void): boolean {
		const isMissing = (['replaying', 'parted'] as const).some((attempt) =>
			snapshot.matches({ call: { attempt } })
		);
		if (!isMissing || snapshot.can(move)) return false;
		this.#held = { press, until: performance.now() + LONGEST };
		return true;
	}

	/** The walk stands here now: a press that was held is done where peers are there, unless it is too old. */
	follow(snapshot: WalkSnapshot): void {
		const held = this.#held;
		if (!held || !snapshot.matches({ call: { attempt: 'reading' } })) return;
		this.#held = null;
		// Not within the event that has led here.
		if (performance.now() <= held.until) queueMicrotask(held.press);
	}
}
