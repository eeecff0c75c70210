import type { Check } from './check';
import { shown, statsOf } from './reading.ts';

/**
 * How the priority of Jane’s address as John has learned it compares with the one that her browser gave it:
 * the check carries the priority of a peer-reflexive candidate, whose type counts less (RFC 8445, 7.1.1 and
 * 5.1.2.2). Not answered where the browser reports none.
 */
export const reflexivePriority: Check = {
	answers: ['lower', 'equal', 'higher'],
	expected: 'lower',
	read(view, entries) {
		for (const { seq, stats } of statsOf(shown(view, entries), 'john')) {
			for (const { remote } of stats.pairs) {
				if (remote.type !== 'prflx' || remote.priority === undefined) continue;
				const host = view.peers.jane.localCandidates
					.map(({ candidate }) => candidate?.candidate.split(' ') ?? [])
					.find(
						(words) =>
							words[2]?.toLowerCase() === remote.protocol?.toLowerCase() &&
							words[5] === String(remote.port) &&
							words[7] === 'host'
					);
				if (!host) continue;
				const own = Number(host[3]);
				const is = remote.priority < own ? 'lower' : remote.priority > own ? 'higher' : 'equal';
				return {
					is,
					proof: `At port ${remote.port} Jane’s browser has ${own}, John’s has ${remote.priority}; the first of their four bytes is ${own >>> 24} and ${remote.priority >>> 24}.`,
					seq
				};
			}
		}
		return null;
	}
};
