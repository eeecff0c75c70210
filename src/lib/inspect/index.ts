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
export type { FoundPair } from './find-pairs';
export { importDump } from './import';
export type { Distill, Imported } from './import';
export { mergeDumps } from './merge';
export type { NamedDump } from './merge';
export type { Note, NoteId } from './notes';
export type { ExchangePlaces } from './open-offers';
export type { FoundParts } from './parts';
export { Reading } from './reading';
export type { Answer, Head, ListName, Question, Source, Stage } from './reading';
export { LONGEST_TEXT, recognise } from './recognise';
export type { Recognised, RecognisedParts, UnusedLine } from './recognised';
