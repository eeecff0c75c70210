export type { Conclusion } from './conclude';
export { skippedSentence, suggestCast } from './dump';
export type {
	Cast,
	Dump,
	DumpConnection,
	DumpEvent,
	DumpReport,
	Skipped,
	StatsObject
} from './dump';
export type { FoundCandidate } from './find-candidates';
export type { FoundDescription } from './find-descriptions';
export type { FoundParts } from './find-in-json';
export { importDump } from './import';
export type { Distill, Imported } from './import';
export { Reading } from './reading';
export type { Answer, Head, ListName, Question, Stage } from './reading';
export { LONGEST_TEXT, recognise } from './recognise';
export type { Recognised } from './recognised';
