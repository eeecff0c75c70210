import { describeAddress } from '../../ice';
import type { Fields } from '../fields';
import type { Line } from '../description';
import type { Rules } from '../rule';
import { compileShape } from '../shape';
import { rfc } from '../spec';
import { WEBRTC } from '../usage';
import { clip } from '../words';
import {
	addressClause,
	ADDRESS_TYPE,
	addressMeaning,
	announcedAddress,
	isPlaceholder
} from './address';
import { isPositive, isWhole } from './number';

/** Only IPv4 tells how far multicast goes; in IPv6 the address itself does (RFC 8866, 5.7). */
const readIpv6 = compileShape('{nettype} {addrtype} {connection-address}[/{number-of-addresses}]');
const readOther = compileShape(
	'{nettype} {addrtype} {connection-address}[/{ttl}[/{number-of-addresses}]]'
);

function readConnection(fields: Fields, from: number): void {
	if (fields.text.startsWith('IN IP6 ', from)) readIpv6(fields, from);
	else readOther(fields, from);
}

/** Without ICE, an address that is none puts the call on hold (RFC 3264, 8.4). */
const isHold = (fields: Fields, { section }: Line) =>
	isPlaceholder(fields.get('connection-address')) && !section.usesIce;

const CONNECTION_SPEC = rfc(8866, '5.7');
const HOLD_SPEC = rfc(3264, '8.4');

const checkAddress = announcedAddress('connection-address');

/** What stands behind the slashes belongs to multicast (RFC 8866, 5.7). */
function check(fields: Fields): string | null {
	const problem = checkAddress(fields);
	if (problem !== null || fields.get('nettype') !== 'IN') return problem;
	const address = fields.get('connection-address');
	const isMulticast = describeAddress(address).scope === 'multicast';
	const hops = fields.get('ttl');
	const amount = fields.get('number-of-addresses');
	if (!isMulticast) {
		return hops === '' && amount === ''
			? null
			: 'Only multicast addresses have something behind a slash.';
	}
	if (hops === '' && fields.get('addrtype') === 'IP4') {
		return `An IPv4 multicast address needs a TTL behind it: ${clip(address)}/127.`;
	}
	if (hops !== '' && (!isWhole(hops) || Number(hops) > 255)) {
		return 'The TTL must be a number from 0 to 255.';
	}
	if (amount.includes('/')) {
		return 'IPv6 has no TTL: behind the slash stands the number of addresses, and nothing else.';
	}
	return amount === '' || isPositive(amount)
		? null
		: 'The number of addresses must be a number from 1 up.';
}

export const connection: Rules = {
	c: {
		sample: 'c=IN IP4 0.0.0.0',
		about: 'The address that media is sent to where ICE does not choose one',
		shape: readConnection,
		level: 'both',
		spec: (fields, line) => (isHold(fields, line) ? HOLD_SPEC : CONNECTION_SPEC),
		usage: WEBRTC,
		fields: {
			...ADDRESS_TYPE,
			'connection-address': addressMeaning,
			ttl: 'How many routers a multicast packet may pass.',
			'number-of-addresses': 'How many multicast addresses follow one another.'
		},
		explain: (fields, line) => {
			const address = fields.get('connection-address');
			if (isHold(fields, line)) {
				return 'No address: nothing is to be sent to this side, which is the old way to put a call on hold (today: a=sendonly or a=inactive).';
			}
			if (isPlaceholder(address)) {
				return 'A placeholder: with ICE the addresses come from the candidates, and none has been chosen yet.';
			}
			return line.section.usesIce
				? `The address of the default candidate, ${clip(address)}: where media would go if the other side knew no ICE.`
				: `Media goes to ${clip(address)}${addressClause(address)}.`;
		},
		check
	}
};
