import { describeAddress } from '../../ice';
import type { Fields } from '../fields';
import type { Line } from '../description';
import type { Meaning } from '../rule';
import { clip, quote } from '../words';

/** The networks that IANA has a <nettype> for (RFC 8866, 8.2.6; RFC 2848, RFC 3108, RFC 7195). */
const NETWORKS: ReadonlyMap<string, string> = new Map([
	['IN', 'the Internet'],
	['TN', 'the telephone network, as PINT names it'],
	['ATM', 'an ATM network'],
	['PSTN', 'the telephone network']
]);

const networkTypeMeaning: Meaning = (value) =>
	`${clip(value)}: ${NETWORKS.get(value) ?? 'a type of network that nobody defines'}.`;

/** The types of addresses that no computer on the Internet has (RFC 2848, RFC 3108, RFC 7195). */
const OTHER_TYPES: ReadonlyMap<string, string> = new Map([
	['RFC2543', 'A telephone number or a URI follows.'],
	['E164', 'A telephone number follows.'],
	['NSAP', 'An address of an ATM network follows.'],
	['GWID', 'The name of a gateway follows.'],
	['ALIAS', 'The name of a gateway follows.'],
	['-', 'No address follows.']
]);

const addressTypeMeaning: Meaning = (value) => {
	if (value === 'IP4') return 'An IPv4 address follows.';
	if (value === 'IP6') return 'An IPv6 address follows.';
	return OTHER_TYPES.get(value) ?? `${quote(value)}: a type of address that nobody defines.`;
};

/** What stands in front of every address: `IN IP4`. */
export const ADDRESS_TYPE = { nettype: networkTypeMeaning, addrtype: addressTypeMeaning };

/** RFC 8840, 4.1.1: what stands in `c=` and `a=rtcp` while no candidate has been gathered. */
export function isPlaceholder(address: string): boolean {
	return address === '0.0.0.0' || address === '::';
}

/** What an address tells, as a clause behind a comma; empty where it is like any other. */
export function addressClause(address: string): string {
	const { scope, meaning } = describeAddress(address);
	return scope === 'public' ? '' : `, ${meaning}`;
}

/** An address, which without ICE is where media goes. */
export function addressMeaning(value: string, { section }: Line): string {
	if (!isPlaceholder(value)) return `${clip(value)} is ${describeAddress(value).meaning}.`;
	return section.usesIce
		? 'A placeholder: no address has been chosen yet.'
		: 'No address: nothing is to be sent to this side for now.';
}

/** What is wrong with an address, whatever its family, or null. */
export function addressProblem(address: string): string | null {
	const { scope, meaning } = describeAddress(address);
	return scope === 'malformed' ? `${quote(address)} is ${meaning}.` : null;
}

/** A check: the address is of the type that is announced (RFC 8866, 5.7). */
export function announcedAddress(field: string) {
	return (fields: Fields): string | null => {
		const network = fields.get('nettype');
		if (network !== 'IN') {
			return network === '' || NETWORKS.has(network)
				? null
				: `${quote(network)} is no type of network: IN is the Internet.`;
		}
		const type = fields.get('addrtype');
		if (type !== 'IP4' && type !== 'IP6') {
			return `${quote(type)} is no type of address of the Internet: those are IP4 and IP6.`;
		}
		const address = fields.get(field);
		const { family } = describeAddress(address);
		const announced = type === 'IP4' ? 4 : 6;
		// A name may be of either family.
		if (family === null) return addressProblem(address);
		return family === announced
			? null
			: `${type} announces an IPv${announced} address, and ${quote(address)} is one of IPv${family}.`;
	};
}
