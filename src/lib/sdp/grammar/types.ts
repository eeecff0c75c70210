/** What the letter in front of the equals sign says (RFC 8866, 5). */
const TYPES: ReadonlyMap<string, string> = new Map([
	['v', 'The version of SDP.'],
	['o', 'Who made this description, and which version of it this is.'],
	['s', 'The name of the session.'],
	['i', 'A title for people to read.'],
	['u', 'A link to more information.'],
	['e', 'An e-mail address.'],
	['p', 'A phone number.'],
	['c', 'The connection address.'],
	['b', 'A bandwidth.'],
	['t', 'When the session begins and ends.'],
	['r', 'How the session repeats.'],
	['z', 'Changes of the time zone.'],
	['k', 'An encryption key, long obsolete.'],
	['a', 'An attribute.'],
	['m', 'A media section begins.']
]);

export function typeMeaning(type: string): string {
	return TYPES.get(type) ?? 'A type that SDP does not define.';
}
