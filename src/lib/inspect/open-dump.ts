import { SEVERITIES, type Course, type Finding } from '../diagnose';
import type { Conclusion } from './conclude';
import { concludeDump } from './conclude-statistics';
import { castsOf, isWrong, suggestCast, type Dump } from './dump';
import { importDump, type Distill, type Imported } from './import';

/** A call of a dump, with what was concluded of it. */
export interface OpenedDump {
	readonly imported: Imported;
	readonly conclusion: Conclusion;
}

/** At most so many calls are looked at. */
const MOST = 12;

/**
 * The call of a dump that is shown where nobody chose: one that went wrong, else the one of which the worst
 * is found, as where a page sends over one connection and receives over another.
 *
 * @param courses how each connection went
 */
export function openDump(
	dump: Dump,
	distill: Distill,
	courses: ReadonlyMap<string, Course>
): OpenedDump {
	const suggested = open(dump, distill, suggestCast(dump, courses));
	const shown = new Set(Object.values(suggested.imported.cast));
	if ([...shown].some((id) => isWrong(courses.get(id)))) return suggested;
	const others = castsOf(dump)
		.filter((cast) => Object.values(cast).every((id) => !shown.has(id)))
		.slice(0, MOST - 1);
	let worst = suggested;
	for (const cast of others) {
		const other = open(dump, distill, cast);
		if (weightOf(other) < weightOf(worst)) worst = other;
	}
	return worst;
}

function open(dump: Dump, distill: Distill, cast: Imported['cast']): OpenedDump {
	const imported = importDump(dump, distill, cast);
	return { imported, conclusion: concludeDump(imported) };
}

const rank = ({ severity }: Finding) => SEVERITIES.indexOf(severity);

/** The less, the worse is what was found. What is only worth knowing is in every call. */
function weightOf({ conclusion: { findings } }: OpenedDump): number {
	return Math.min(SEVERITIES.indexOf('worth knowing'), ...findings.map(rank));
}
