import type { Check } from './check';
import { shown } from './reading.ts';

/**
 * Whether the address in the candidate that John sends first is a number, or a name that hides it (mDNS draft,
 * 3.1.1): that depends on what the page was allowed (RFC 8828, 5.2).
 */
export const nameOrNumber: Check = {
	answers: ['a number', 'a name'],
	read(view, entries) {
		for (const { kind, name, peer, seq, data } of shown(view, entries)) {
			if (kind !== 'sent' || name !== 'candidate' || peer !== 'john') continue;
			const { message } = data as { message?: { candidate?: { candidate?: string } | null } };
			const address = message?.candidate?.candidate?.split(' ')[4];
			if (!address) continue;
			const isName = address.endsWith('.local');
			const version = address.includes(':') ? 'IPv6' : 'IPv4';
			return {
				is: isName ? 'a name' : 'a number',
				proof: isName
					? `It is a name of ${address.length} characters that ends in .local.`
					: `It is a number of ${version}, and the browser hides nothing.`,
				seq
			};
		}
		return null;
	}
};
