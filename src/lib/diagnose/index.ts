export { diagnose } from './diagnose';
export { diagnoseSession } from './session';
export type { Diagnosis, Given, Input } from './diagnose';
export { failedPairs } from './ice/failed-pairs';
export type { ToldPair } from './ice/failed-pairs';
export { glare } from './negotiation/glare';
export { SEVERITIES } from './finding';
export type { Evidence, Finding, Severity } from './finding';
export type { Verdict } from './verdict';
