import type { PeerName, TraceEntry } from '../../trace';
import { NAMES } from '../../trace/names';
import type { Diagnosis } from '../diagnose';
import { inOrder, type Finding } from '../finding';
import { diagnoseSession } from '../session';
import { together } from '../session/together';
import { path } from './path';
import { received } from './received';
import { Moment, type Stats } from './report';
import { sent } from './sent';
import { shares } from './share';

/** Looks at what `getStats()` gave once. */
type MomentDetector = (moment: Moment) => readonly Finding[];

const MOMENT_DETECTORS: readonly MomentDetector[] = [path, received, sent, shares];

/**
 * Concludes what statistics tell of a call of which nothing else is known: the session that they make,
 * and what was counted until the last of them. What takes two looks is not claimed.
 *
 * @param entries the statistics as a recording
 * @param last what was given last, of each end that is known
 */
export function diagnoseStatistics(
	entries: readonly TraceEntry[],
	last: Readonly<Partial<Record<PeerName, ReadonlyMap<string, Stats>>>>
): Diagnosis {
	const diagnosis = diagnoseSession(entries);
	const ends = Object.entries(last) as [PeerName, ReadonlyMap<string, Stats>][];
	const found = ends.flatMap(([name, report]) => {
		const moment = new Moment(NAMES[name], report);
		return MOMENT_DETECTORS.flatMap((detector) => detector(moment));
	});
	const isExplained = found.some(({ severity }) => severity === 'breaks the call');
	const known = diagnosis.findings.filter(({ id }) => id !== UNEXPLAINED || !isExplained);
	return {
		...diagnosis,
		findings: inOrder(together(firstOf([...found, ...known]))),
		checks: diagnosis.checks + MOMENT_DETECTORS.length
	};
}

/** What is said where nothing else was found. */
const UNEXPLAINED = 'call.unexplained';

/** What both find is said once, of each end. */
function firstOf(findings: readonly Finding[]): Finding[] {
	const seen = new Set<string>();
	return findings.filter(({ id, claim }) => {
		const key = `${id} ${claim.split(' ', 2).join(' ')}`;
		return !seen.has(key) && Boolean(seen.add(key));
	});
}
