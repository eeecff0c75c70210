import { diagnoseRecording, diagnoseStatistics } from '../diagnose';
import type { Conclusion } from './conclude';
import type { Dump } from './dump';
import { importDump, type Distill, type Imported } from './import';

/** Concludes what statistics tell of a call of which nothing else was pasted. */
export function concludeStatistics({ entries, last }: Imported): Conclusion {
	return { about: null, ...diagnoseStatistics(entries, last) };
}

/** Concludes what became of a call in a dump, from its logs and its statistics. */
export function concludeDump({ entries, standing }: Imported): Conclusion {
	return { about: null, ...diagnoseRecording(entries, standing) };
}

/** The same of statistics that stand beside descriptions. */
export function concludeBeside(dump: Dump, distill: Distill): Conclusion {
	return { ...concludeStatistics(importDump(dump, distill)), about: 'getStats()' };
}
