import * as v from 'valibot';
import { GLANCING, PACES } from '../call/walk-types';

/** A moment of a slide. */
const Place = v.object({ slug: v.string(), kind: v.picklist(['before', 'after', 'only']) });

/** What this browser keeps between visits or reloads, each under a name of its own. */
const SCHEMAS = {
	/** Where the learner was last, in whatever tab. */
	place: Place,
	/** Where this tab is. */
	here: Place,
	sources: v.object({
		john: v.picklist(['camera', 'pattern', 'none']),
		jane: v.picklist(['camera', 'pattern', 'none'])
	}),
	/** Whether the camera was used before, so that a replay may use it unasked. */
	camera: v.boolean(),
	/** The slides that were read, by their slugs. */
	read: v.array(v.string()),
	/** Which option was chosen where a slide asks, by its slug. */
	answers: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0))),
	theme: v.picklist(['system', 'light', 'dark']),
	speed: v.picklist([0.5, 1, 2, 4]),
	/** Whether the ladder is out, and which share of the panel it has then. */
	ladder: v.object({
		isOpen: v.boolean(),
		share: v.pipe(v.number(), v.minValue(0.15), v.maxValue(0.85))
	}),
	/** Words a minute. */
	pace: v.picklist([...PACES, GLANCING]),
	/** The clock of the speaker: since when it runs, and how long it had run before, in ms. */
	talk: v.object({ began: v.nullable(v.number()), before: v.number() }),
	/** How large the speaker's notes are set, in pixels. */
	notes: v.pipe(v.number(), v.minValue(14), v.maxValue(48)),
	/** Whether single letters are shortcuts (WCAG 2.1.4). */
	letters: v.boolean(),
	/** What is on the screen beside the walk. */
	screen: v.object({ isBlack: v.boolean(), isMasked: v.boolean(), isRecorded: v.boolean() })
} as const;

type Name = keyof typeof SCHEMAS;
/** What belongs to one tab, and is there again when that is reloaded. */
const OF_TAB: ReadonlySet<Name> = new Set<Name>(['screen', 'here']);

const storageOf = (name: Name) => (OF_TAB.has(name) ? sessionStorage : localStorage);
type Kept<N extends Name> = v.InferOutput<(typeof SCHEMAS)[N]>;

/** What was kept under a name; null where nothing is, or where it cannot be read. */
export function recall<N extends Name>(name: N): Kept<N> | null {
	try {
		const result = v.safeParse(
			SCHEMAS[name],
			JSON.parse(storageOf(name).getItem(`parley:${name}`)!)
		);
		return result.success ? (result.output as Kept<N>) : null;
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
