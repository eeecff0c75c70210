import { reduce, type PeerName, type SessionView, type TraceEntry } from '../../trace';
import { NAMES } from '../../trace/names';
import type { Diagnosis } from '../diagnose';
import { inOrder, type Finding } from '../finding';
import { diagnoseSession } from '../session';
import { sessionOf } from '../session/session';
import { together } from '../session/together';
import { neverOpened } from './channels';
import { path } from './path';
import { notDecoded, notPlayed, received } from './received';
import { Moment, type Stats } from './report';
import { sent, silentSource } from './sent';
import { behind, lostThere, shares, stoodStill } from './share';

/** Looks at what `getStats()` gave once. */
type MomentDetector = (moment: Moment) => Finding | readonly Finding[] | null;

const MOMENT_DETECTORS: readonly MomentDetector[] = [path, received, sent, shares, neverOpened];

/** What a recording does not keep of its statistics, and that was counted from its beginning. */
const COUNTED: readonly MomentDetector[] = [unheard, lostThere, stoodStill, behind];

/** What `getStats()` gave at one time, of each end that is known. */
export type Reports = Readonly<Partial<Record<PeerName, ReadonlyMap<string, Stats>>>>;

/**
 * Concludes what statistics tell of a call of which nothing else is known: the session that they make,
 * and what was counted until the last of them. What takes two looks is not claimed.
 *
 * @param entries the statistics as a recording
 * @param last what was given last, of each end that is known
 */
export function diagnoseStatistics(entries: readonly TraceEntry[], last: Reports): Diagnosis {
	return withCounted(entries, reduce(entries), last, () => MOMENT_DETECTORS);
}

/**
 * Concludes what became of a recorded call, and what its statistics had counted while it stood.
 *
 * @param entries the recording
 * @param standing what was given last while each end was connected
 */
export function diagnoseRecording(entries: readonly TraceEntry[], standing: Reports): Diagnosis {
	const view = reduce(entries);
	const { peers } = sessionOf(entries, view);
	return withCounted(entries, view, standing, (name) => {
		const peer = peers.find((one) => one.name === name);
		if (peer === undefined || peer.course === 'never connected') return [];
		return peer.exchanges.length > 0 ? COUNTED : [...COUNTED, notDecoded];
	});
}

function withCounted(
	entries: readonly TraceEntry[],
	view: SessionView,
	reports: Reports,
	detectorsOf: (name: PeerName) => readonly MomentDetector[]
): Diagnosis {
	const ends = Object.entries(reports) as [PeerName, ReadonlyMap<string, Stats>][];
	const found = ends.flatMap(([name, report]) => {
		const moment = new Moment(NAMES[name], report);
		return detectorsOf(name).flatMap((detector) => detector(moment) ?? []);
	});
	const isExplained = found.some(({ severity }) => severity === 'breaks the call');
	const diagnosis = diagnoseSession(entries, view, isExplained);
	// Chromium measures no level of what nobody plays: that it is 0 says nothing of the sound.
	const isUnplayed = found.some(({ id }) => id === 'media.not-played');
	const isRefuted = (id: string) =>
		(id === UNEXPLAINED && isExplained) || (id === 'media.silence' && isUnplayed);
	const known = diagnosis.findings.filter(({ id }) => !isRefuted(id));
	// The counters say more exactly what both say; of two as grave, what the course shows comes first.
	const kept = firstOf([...found, ...known]);
	const ofCourse = kept.filter((one) => known.includes(one));
	return {
		...diagnosis,
		findings: inOrder(together([...ofCourse, ...kept.filter((one) => !known.includes(one))])),
		checks: diagnosis.checks + Math.max(0, ...ends.map(([name]) => detectorsOf(name).length))
	};
}

/** Over a whole call neither is a fault by itself: whoever is muted gives no sound, and a page need not play it. */
function unheard(moment: Moment): readonly Finding[] {
	return [notPlayed(moment), silentSource(moment)]
		.filter((one) => one !== null)
		.map((one) => ({ ...one, severity: 'worth knowing' }));
}

/** What is said where nothing else was found. */
const UNEXPLAINED = 'call.unexplained';

/** What both find is said once, of each end. */
function firstOf(findings: readonly Finding[]): Finding[] {
	const seen = new Set<string>();
	return findings.filter(({ id, claim }) => {
		const of = Object.values(NAMES).filter((name) => claim.includes(name));
		const key = [id, ...of].join(' ');
		return !seen.has(key) && Boolean(seen.add(key));
	});
}
