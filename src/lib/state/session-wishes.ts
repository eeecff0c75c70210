import type { WalkContext, WalkEvent } from '$lib/call/walk-types';
import type { Needs } from '$lib/lessons/needs';
import type { Screen } from '$lib/tabs/messages';
import type { Opening, RoomWishes } from '$lib/tabs/room';
import type { Table } from '$lib/tabs/table';
import type { TraceEntry } from '$lib/trace';

/** A seat at a table, and the version of the site and the deck that sit there. */
export type SharedTable = Table & Pick<RoomWishes, 'site' | 'deck' | 'takesOver' | 'inherits'>;

/** What a page wants of its walk. */
export interface SessionWishes {
	/**
	 * False where nobody may ever be asked for a camera, as on a stage: where it is not allowed already,
	 * the test pattern stands in.
	 */
	mayAsk?: boolean;
	/** Entries of a recorded call, where one can take the place of the peers. */
	recording?: () => Promise<readonly TraceEntry[]>;
	/** Without what the call is not made, but shown as it was recorded. */
	needs?: Needs;
	/** Told at once, not with the next frame, of everything that happens in the walk. */
	changed?: () => void;
	/** Whether the page shows what others do and nothing else: where tabs cannot share, nothing begins. */
	onlyFollows?: boolean;
	/** What shows the walk, where that comes after the page: nothing begins before it is there. */
	shownBy?: Promise<unknown>;
	/** How it begins, where the call is none of the walk, which keeps no place for it then. */
	aside?: Opening;
	/** What is on the screen at first, where the page had a walk before this one. */
	screen?: Screen | null;
	/**
	 * Told of a press that would lead past the last moment (1) or before the first (-1), in whichever tab;
	 * `isLast` says whether nothing was pressed since that leads elsewhere.
	 */
	beyond?: (by: 1 | -1, isLast: () => boolean) => void;
}

/** Whether a press leads past the last moment (1) or before the first (-1); 0 where it does neither. */
export function outBy(
	type: WalkEvent['type'],
	{ at, moments }: Pick<WalkContext, 'at' | 'moments'>
): 1 | -1 | 0 {
	if (type === 'next' && at === moments.length - 1) return 1;
	return type === 'back' && at === 0 ? -1 : 0;
}
