import { diagnoseStatistics } from '../diagnose';
import { PEER_NAMES } from '../trace';
import type { Conclusion } from './conclude';
import type { Dump } from './dump';
import { importDump, type Distill, type Imported } from './import';

/**
 * Concludes what statistics tell of a call of which nothing else was pasted.
 * @param imported the same as a recording
 */
export function concludeStatistics(dump: Dump, imported: Imported): Conclusion {
	const last = PEER_NAMES.flatMap((peer) => {
		const connection = dump.connections.find(({ id }) => id === imported.cast[peer]);
		const report = connection && [...connection.reports()].at(-1)?.report;
		return report ? [[peer, report] as const] : [];
	});
	return { about: null, ...diagnoseStatistics(imported.entries, Object.fromEntries(last)) };
}

/** The same of statistics that stand beside descriptions. */
export function concludeBeside(dump: Dump, distill: Distill): Conclusion {
	return { ...concludeStatistics(dump, importDump(dump, distill)), about: 'getStats()' };
}
