export { annotate } from './annotate';
export type { Description } from './description';
export { diff } from './diff';
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
export type { Line } from './line';
export type { Codec } from './codecs/codec';
export { h264Profile } from './codecs/h264';
export type { H264Profile } from './codecs/h264';
export type { Direction, Section } from './section';
export type { AnnotatedLine, Level, LineJson, Spec, Token, Usage } from './types';
