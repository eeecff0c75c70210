import { browserPageIn, WHOLE_PAGE } from './browser-page';
import type { StatsObject } from './dump';
import { findCourse, type FoundCourse } from './find-told';
import type { Recognised } from './recognised';
import { readStatistics, statisticsSentence } from './statistics/read-statistics';

/** What statistics are of which nothing else was pasted; null where there are none. */
export function ofStatistics(text: string, objects: readonly StatsObject[]): Recognised | null {
	if (objects.length === 0) return null;
	const course = findCourse(text);
	const dump = readStatistics(objects, lastOf(course));
	const page = browserPageIn(text);
	const sentence = statisticsSentence(dump) + (page === null ? '' : ` ${WHOLE_PAGE[page]}`);
	return { kind: 'statistics', sentence, dump };
}

/** The state that is told last beside the statistics; null where none is. */
function lastOf({ states }: FoundCourse): string | null {
	return states.at(-1)?.state ?? null;
}
