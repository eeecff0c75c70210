import { diagnoseSession } from '../diagnose';
import type { TraceEntry } from '../trace';
import type { Conclusion } from './conclude';

/** At most so many attempts are looked at, the last first: somebody who restarted often has many. */
const MOST = 12;

/**
 * Concludes what became of a recorded session: the last attempt first, then those before it in which
 * something was wrong.
 */
export function concludeSession(entries: readonly TraceEntry[]): Conclusion[] {
	const byAttempt = new Map<number, TraceEntry[]>();
	for (const entry of entries) {
		const own = byAttempt.get(entry.attempt);
		if (own) own.push(entry);
		else byAttempt.set(entry.attempt, [entry]);
	}
	const latest = [...byAttempt].toReversed().slice(0, MOST);
	return latest.flatMap(([attempt, own], place): Conclusion[] => {
		const diagnosis = diagnoseSession(own);
		const matters = diagnosis.findings.some(({ severity }) => severity !== 'worth knowing');
		if (place > 0 && !matters) return [];
		const about = byAttempt.size > 1 ? `Attempt ${attempt} of ${byAttempt.size}` : null;
		return [{ about, ...diagnosis }];
	});
}
