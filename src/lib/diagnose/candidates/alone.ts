import { annotate } from '../../sdp';
import { byOutcome } from '../by-outcome';
import { exchangeOf, type Ending, type Outcome } from '../exchange/exchange';
import { needsRelay } from '../exchange/needs-relay';
import { networks } from '../exchange/networks';
import { noPair } from '../exchange/no-pair';
import { unreached } from '../exchange/unreached';
import { inOrder, type Finding } from '../finding';
import type { Material } from '../material';
import { saidOnce } from '../said-once';
import { mapping } from './mapping';
import { maskedAddresses } from './masked';
import { noPort } from './no-port';
import { reach } from './reach';
import { unreadableAlone } from './unreadable';

/** Candidates as a side of a call that has no description. */
function listOf(candidates: readonly string[], name?: string): Material {
	const description = annotate('');
	return {
		of: '',
		role: null,
		description,
		written: description,
		trickled: candidates,
		...(name !== undefined && { name })
	};
}

/**
 * What is concluded of candidates that came without a description. Of whom they are is not known, nor
 * whether they are all: so nothing is more than worth knowing, but where it is told that no connection came of them.
 * @param faulty those that are as they were made, and that something is wrong with
 */
export function candidatesAlone(
	candidates: readonly string[],
	outcome: Outcome | null = null,
	faulty: readonly string[] = []
): Finding[] {
	const material = listOf(candidates);
	const found = [reach, noPort, mapping, maskedAddresses].flatMap(
		(detector) => detector(material) ?? []
	);
	const alone = found.map((one) => ({
		...one,
		severity: 'worth knowing' as const,
		isCertain: false
	}));
	const unreadable = unreadableAlone(faulty) ?? [];
	return inOrder(byOutcome(alone, outcome, true).concat(unreadable));
}

/**
 * What the candidates of both sides tell of a connection that failed, where a text says whose they are and has no description;
 * whether they are all is not known.
 */
export function candidatesOfBoth(
	local: readonly string[],
	remote: readonly string[],
	ending: Ending
): Finding[] {
	if (ending.outcome !== 'failed' || local.length === 0 || remote.length === 0) return [];
	const [own, other] = [listOf(local, 'local side'), listOf(remote, 'remote side')];
	const exchange = exchangeOf(own, other, undefined, ending);
	const found = [noPair, networks, needsRelay, unreached].flatMap(
		(detector) => detector(exchange) ?? []
	);
	const all = saidOnce([...found, ...[own, other].flatMap((side) => reach(side) ?? [])]);
	return inOrder(byOutcome(all, ending.outcome).map((one) => ({ ...one, isCertain: false })));
}
