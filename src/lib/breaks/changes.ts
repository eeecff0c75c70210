import { OF_CANDIDATE } from './of-candidate.ts';
import { OF_CODECS } from './of-codecs.ts';
import { OF_DTLS } from './of-dtls.ts';
import { OF_ICE } from './of-ice.ts';
import { OF_SECTIONS } from './of-sections.ts';
import type { ReadyMade } from './ready-made.ts';

/** All ready-made changes, those of one subject together. */
export const CHANGES: readonly ReadyMade[] = [
	...OF_ICE,
	...OF_DTLS,
	...OF_SECTIONS,
	...OF_CODECS,
	...OF_CANDIDATE
];

const BY_ID: ReadonlyMap<string, ReadyMade> = new Map(CHANGES.map((change) => [change.id, change]));

/** @throws a `RangeError` where there is none of that name */
export function changeNamed(id: string): ReadyMade {
	const change = BY_ID.get(id);
	if (change === undefined) throw new RangeError(`There is no ready-made change “${id}”`);
	return change;
}
