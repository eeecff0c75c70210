export { diagnose } from './diagnose';
export type { Diagnosis, Given, Input } from './diagnose';
export { SEVERITIES } from './finding';
export type { Evidence, Finding, Severity } from './finding';
export type { Verdict } from './verdict';
