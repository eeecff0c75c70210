import type { Check } from './check';
import { oneCandidate } from './one-candidate.ts';

/** By the name under which a slide asks for it. */
export const CHECKS: Readonly<Record<string, Check>> = {
	'one-candidate': oneCandidate
};
