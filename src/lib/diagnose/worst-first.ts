import type { Diagnosis } from './diagnose';
import { SEVERITIES } from './finding';

/** How much the worst of it matters; what would stop no call and harm no part of it counts for nothing. */
const weightOf = ({ findings }: Pick<Diagnosis, 'findings'>): number =>
	Math.min(...findings.map(({ severity }) => SEVERITIES.indexOf(severity)), SEVERITIES.length - 1);

/**
 * What was concluded of several things, the worst first, else in the order in which they came: nobody reads on who is told that
 * the first offer was right, and has to mend the second.
 */
export const worstFirst = <C extends Pick<Diagnosis, 'findings'>>(conclusions: readonly C[]): C[] =>
	conclusions.toSorted((one, other) => weightOf(one) - weightOf(other));
