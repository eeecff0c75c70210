import { GLANCING, PACES, type Pace } from '../call/walk-types';
import type { Screen } from '../tabs/messages';
import { NARROWEST, WIDEST } from './split';
import {
	isBoolean,
	isIn,
	isListOf,
	isOneOf,
	isRecordOf,
	isString,
	isWith,
	type Shape
} from './shape';

/** A moment of a slide. */
const isKind = isOneOf('before', 'after', 'only');
const isPlace = isWith({ slug: isString, kind: isKind });

/** Text, or null for none. */
const isText = (one: unknown): one is string | null => one === null || isString(one);
const isNumber = isIn(-Infinity, Infinity);
/** Milliseconds since the Unix epoch, as many as a `Date` can hold (ECMA-262, 21.4.1.1). */
const isTime = isIn(0, 8.64e15);
const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
/** Levels by their slugs. */
export const isLevels = isRecordOf(isWith({ at: isTime, hints: isCount }));
const isAsked = isWith({
	slug: isString,
	kind: isKind,
	page: isCount,
	chosen: isRecordOf(isCount)
});
const isClear = isWith({ isBlack: isBoolean, isMasked: isBoolean, isRecorded: isBoolean });
/** Of a question it says something only where one was answered or turned over. */
const isScreen = (value: unknown): value is Screen => {
	if (!isClear(value)) return false;
	const { asked } = value as Screen;
	return asked === undefined || isAsked(asked);
};
const isSource = isOneOf('camera', 'pattern', 'none');

/** What this browser keeps between visits or reloads, each under a name of its own. */
const SHAPES = {
	/** Where the learner was last, in whatever tab. */
	place: isPlace,
	/** Where this tab is. */
	here: isPlace,
	sources: isWith({ john: isSource, jane: isSource }),
	/** Whether the camera was used before, so that a replay may use it unasked. */
	camera: isBoolean,
	/** The slides that were read, by their slugs. */
	read: isListOf(isString),
	/** What was answered where slides ask: what was said, when, and what the call said. */
	answers: isRecordOf(
		isWith({
			said: isString,
			at: isTime,
			call: isText
		})
	),
	/** The levels that were reached: when first, and how many hints were read for it. */
	levels: isLevels,
	theme: isOneOf('system', 'light', 'dark'),
	speed: isOneOf(0.5, 1, 2, 4),
	/** Whether the ladder is out, and which share of the panel it has then. */
	ladder: isWith({ isOpen: isBoolean, share: isIn(0.15, 0.85) }),
	/** Which share of the width the slide has, in percent. */
	split: isIn(NARROWEST, WIDEST),
	/** Words a minute. */
	pace: isOneOf<Pace[]>(...PACES, GLANCING),
	/** The clock of the speaker: since when it runs, and how long it had run before, in ms. */
	talk: isWith({
		began: (value): value is number | null => value === null || isTime(value),
		before: isNumber
	}),
	/** How large the speaker's notes are set, in pixels. */
	notes: isIn(14, 48),
	/** Whether single letters are shortcuts (WCAG 2.1.4). */
	letters: isBoolean,
	/** What is on the screen beside the walk. */
	screen: isScreen,
	/** The room that a broker carries. */
	room: isWith({
		room: isString,
		key: isString,
		broker: isText
	}),
	/** Where rooms are that are made here: the address of a broker, '' for the site's. */
	broker: isString,
	/** The brokers that this browser may speak to because somebody agreed, the last first. */
	agreed: isListOf(isString)
} as const;

type Name = keyof typeof SHAPES;
/** What belongs to one tab, and is there again when that is reloaded. */
const OF_TAB: ReadonlySet<Name> = new Set<Name>(['screen', 'here', 'room']);

const storageOf = (name: Name) => (OF_TAB.has(name) ? sessionStorage : localStorage);
type Kept<N extends Name> = (typeof SHAPES)[N] extends Shape<infer T> ? T : never;

/** What was kept under a name; null where nothing is, or where it cannot be read. */
export function recall<N extends Name>(name: N): Kept<N> | null {
	try {
		const value: unknown = JSON.parse(storageOf(name).getItem(`parley:${name}`)!);
		return SHAPES[name](value) ? (value as Kept<N>) : null;
	} catch {
		// No storage, or not JSON: as good as never kept.
		return null;
	}
}

/** Keeps a value for the next visit, where the browser allows it. */
export function keep<N extends Name>(name: N, value: Kept<N>): void {
	try {
		storageOf(name).setItem(`parley:${name}`, JSON.stringify(value));
	} catch {
		// Storage is full or not allowed. The walk works without it.
	}
}
