import { johnHangsUp } from './john-hangs-up.ts';
import { johnReadsStatistics } from './john-reads-statistics.ts';
import type { Step } from '../step.ts';

/** A call that is connected by one candidate, and what its browser tells of the checks. */
export const steps: readonly Step[] = [johnReadsStatistics, johnHangsUp];
