import type { Check } from './check';
import { callOf, shown, statsOf } from './reading.ts';

/**
 * Who decides which pair is used: the controlling agent, which nominates (RFC 8445, 8.1.1); that is whoever
 * made the first offer (6.1.1). Where the browser does not report the role, the offer tells it.
 */
export const whoDecides: Check = {
	answers: ['John', 'Jane'],
	expected: 'John',
	read(view, entries) {
		const all = shown(view, entries);
		const reports = statsOf(all, 'john');
		const report = reports.find(({ stats }) => /^control/.test(stats.ice?.role ?? ''));
		if (report) {
			const role = report.stats.ice!.role!;
			return {
				is: role === 'controlling' ? 'John' : 'Jane',
				proof: `getStats() calls John’s ICE ${role}.`,
				seq: report.seq
			};
		}
		const selected = reports.find(({ stats }) => stats.selected);
		const offer = (['john', 'jane'] as const).find((peer) => callOf(view, peer, 'createOffer'));
		if (!selected || !offer) return null;
		const name = offer === 'john' ? 'John' : 'Jane';
		return {
			is: name,
			proof: `This browser does not report the roles; ${name} made the first offer, entry ${callOf(view, offer, 'createOffer')!.seq}.`,
			seq: callOf(view, offer, 'createOffer')!.seq
		};
	}
};
