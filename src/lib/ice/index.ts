export { describeAddress } from './address';
export type { AddressFacts, AddressScope } from './address';
export { isIceChar, isTokenChar, strayIn } from './characters';
export type { Candidate } from './candidate';
export { foundationOf, parseCandidate } from './parse-candidate';
export type { CandidateField, ParsedCandidate } from './parse-candidate';
export { explainCandidate, explainCandidateField, explainPriority, VENDOR_FIELDS } from './explain';
export { isMaskedAddress } from './masked-address';
export { isMaskedId, isMaskedPort } from './masked-number';
export { formPairs, priorityOfPair, whyNoPair } from './pair';
export type { CandidatePair, IceRole, Reach } from './pair';
export { bracketed, HIDING, isPlaceholder, nounsOf } from './placeholder';
export {
	computePriority,
	MAX_PRIORITY,
	pairPriority,
	priorityArithmetic,
	splitPriority
} from './priority';
export type { PriorityParts } from './priority';
export { CANDIDATE_TYPES, TCP_TYPES } from './type';
export type { CandidateType, CandidateTypeFacts } from './type';
