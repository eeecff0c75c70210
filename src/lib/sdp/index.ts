export { annotate, damagedLines } from './annotate';
export { isBegun } from './begun';
export type { Description, Direction, Line, Section } from './description';
export { diff } from './diff';
export { authorOf } from './diff/author';
export { BOTH as BOTH_BROWSERS, REFUSALS, ruleOfCharacters } from './diff/refusals';
export type { Browser, Rule } from './diff/refusals';
export { isHelper, kindOfCodec } from './diff/media-kind';
export { bundlesOf, inForce, midsOf } from './diff/bundled';
export type { Finding as DiffFinding } from './diff/types';
export type {
	DescriptionDiff,
	Finding,
	Outcome,
	Relation,
	SectionDiff,
	Verdict
} from './diff/types';
export { REGISTERED_ATTRIBUTES, REGISTRY_URL } from './iana';
export type { RegisteredAttribute } from './iana';
export type { Codec } from './codecs/codec';
export { h264Profile } from './codecs/h264';
export type { H264Profile } from './codecs/h264';
export type { AnnotatedLine, Level, LineJson, Spec, Token, Usage } from './types';
