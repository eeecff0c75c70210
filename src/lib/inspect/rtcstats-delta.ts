import type { Description } from '../trace';
import type { StatsObject } from './dump';
import { memberName, statsType } from './rtcstats-names';
import { isObject } from './values';

type Report = Map<string, StatsObject>;

/**
 * The report that a difference makes of the one before. rtcstats writes only what changed, a
 * timestamp that all objects share once, and null for an object that is gone. Chromium writes whole
 * objects, which are recognised by their id.
 */
export function applyDelta(before: ReadonlyMap<string, StatsObject>, delta: unknown): Report {
	if (!isObject(delta)) return new Map(before);
	const shared = delta.t ?? delta.timestamp;
	const whole = Object.values(delta).some((object) => isObject(object) && 'id' in object);
	const after: Report = new Map(whole ? [] : before);
	for (const [id, changes] of Object.entries(delta)) {
		if (changes === null) after.delete(id);
		if (!isObject(changes)) continue;
		after.set(id, merged(id, after.get(id), changes, shared));
	}
	for (const [id, object] of after) {
		if (!Object.hasOwn(delta, id) && typeof shared === 'number') {
			after.set(id, { ...object, timestamp: shared });
		}
	}
	return after;
}

function merged(
	id: string,
	before: StatsObject | undefined,
	changes: { [key: string]: unknown },
	shared: unknown
): StatsObject {
	const object: StatsObject = { type: 'unknown', ...before, id };
	// An older form keeps a 0 where the shared timestamp was taken out.
	if (typeof shared === 'number') object.timestamp = shared;
	for (const [key, value] of Object.entries(changes)) {
		const name = memberName(key);
		if (name === 'id' || (name === 'timestamp' && value === 0)) continue;
		const old = object[name];
		if (name === 'type') object.type = String(statsType(value));
		// defineProperty, for a member's name comes from a file.
		else put(object, name, isObject(old) && isObject(value) ? { ...old, ...value } : value);
	}
	return object;
}

function put(object: StatsObject, name: string, value: unknown): void {
	Object.defineProperty(object, name, {
		value,
		configurable: true,
		enumerable: true,
		writable: true
	});
}

function sectionsOf(sdp: string): string[] {
	return sdp.split(/^(?=m=)/m).map((section) => section.trim());
}

/**
 * A description with the sections put back that rtcstats left out because they were those of the
 * description before: it writes `v=` or `m=` in their place.
 *
 * @returns how many sections were put back, and how many could not be
 */
export function restoreSections(
	before: Description | null,
	after: Description
): { description: Description; restored: number; lost: number } {
	const bases = before?.type === after.type ? sectionsOf(before.sdp) : [];
	let restored = 0;
	let lost = 0;
	const sections = sectionsOf(after.sdp).map((section, index) => {
		if (section !== (index === 0 ? 'v=' : 'm=')) return section;
		const base = bases[index];
		if (base === undefined || base === section) lost += 1;
		else restored += 1;
		return base ?? section;
	});
	if (restored === 0) return { description: after, restored, lost };
	return { description: { ...after, sdp: `${sections.join('\r\n')}\r\n` }, restored, lost };
}
