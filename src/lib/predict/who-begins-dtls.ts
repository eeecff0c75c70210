import type { Check } from './check';
import { created, linesOf, shown, statsOf } from './reading.ts';

/**
 * Who sends the first message of DTLS: whoever is `active`, as its client, which the answer decides
 * (RFC 8842, 5.3; RFC 5763, 5).
 */
export const whoBeginsDtls: Check = {
	answers: ['Jane', 'John'],
	expected: 'Jane',
	read(view, entries) {
		const all = shown(view, entries);
		const answer = created(view, all, 'jane', 'createAnswer');
		const setup = linesOf(answer?.sdp ?? '').find((line) =>
			/^a=setup:(active|passive)$/.test(line)
		);
		if (!answer || !setup) return null;
		const role = statsOf(all, 'jane').find(({ stats }) => stats.dtls?.role)?.stats.dtls?.role;
		return {
			is: setup === 'a=setup:active' ? 'Jane' : 'John',
			proof: `Jane’s answer says ${setup}${role ? `, and getStats() calls her the ${role}` : ''}.`,
			seq: answer.seq
		};
	}
};
