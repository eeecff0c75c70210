import { otherDigit } from './characters.ts';
import { rewritten, without } from './lines.ts';
import type { ReadyMade } from './ready-made.ts';

const FINGERPRINT = 'a=fingerprint:';

/** Puts other roles in the place of those that have one; the others stay. */
const otherRoles = (roles: ReadonlyMap<string, string>) => (sdp: string) =>
	rewritten(sdp, (line) =>
		line.replace(/^(a=setup:)(\w+)$/, (_, name, role) => name + (roles.get(role) ?? role))
	);

/** Changes of what a description says for DTLS (RFC 8122, 5; RFC 8842, 5). */
export const OF_DTLS: readonly ReadyMade[] = [
	{
		id: 'fingerprint-digit',
		title: 'Change one digit of the fingerprint',
		about:
			'The fingerprint tells which certificate its sender will show in the DTLS handshake, and no other one may do.',
		of: 'description',
		change: (sdp) =>
			rewritten(sdp, (line) =>
				line.replace(
					/^(a=fingerprint:\S+ +)([\dA-Fa-f])/,
					(_, before, digit) => before + otherDigit(digit)
				)
			)
	},
	{
		id: 'no-fingerprint',
		title: 'Remove the fingerprint',
		about:
			'The fingerprint tells which certificate its sender will show in the DTLS handshake; without it there is nothing to compare that with.',
		of: 'description',
		change: (sdp) => without(sdp, (line) => line.startsWith(FINGERPRINT))
	},
	{
		id: 'setup',
		title: 'Turn the DTLS role round',
		about:
			'In an answer it says who begins the DTLS handshake: turned round on the way, it gives both sides the same role.',
		of: 'description',
		change: otherRoles(
			new Map([
				['active', 'passive'],
				['passive', 'active']
			])
		)
	},
	{
		id: 'setup-in-offer',
		title: 'Decide in the offer who begins DTLS',
		about:
			'“actpass” lets the answer choose who begins the DTLS handshake; “active” leaves it only to wait, on which both can still agree.',
		of: 'description',
		change: otherRoles(new Map([['actpass', 'active']]))
	},
	{
		id: 'setup-actpass-in-answer',
		title: 'Leave the DTLS role open in the answer',
		about:
			'In an answer it says who begins the DTLS handshake; “actpass” is for offers, and leaves that open.',
		of: 'description',
		change: otherRoles(
			new Map([
				['active', 'actpass'],
				['passive', 'actpass']
			])
		)
	}
];
