import { describeAddress } from '../ice';
import type { Gathered, SeenCandidate } from './gathered';
import { bareHost } from './host';
import { place } from './judged';

/** The address at which a server saw the browser, with what it was asked from where that is told. */
export interface SeenAddress {
	readonly address: string;
	readonly port: number;
	readonly base: { readonly address: string; readonly port: number } | null;
}

/**
 * Under which addresses the server saw this browser. A relay names it as well, as its related address (RFC 8839,
 * 5.1); Firefox has the relay itself in that place, and others hide it.
 */
export function seenAddresses({ candidates }: Gathered): SeenAddress[] {
	const told = candidates.flatMap((one): SeenAddress[] => {
		if (one.type === 'srflx') return [{ address: one.address, port: one.port, base: one.related }];
		if (one.type !== 'relay' || one.related === null) return [];
		return isSame(one.related, one) ? [] : [{ ...one.related, base: null }];
	});
	return told.filter((one, at) => told.findIndex((other) => isSame(one, other)) === at);
}

/** What the address tells of a NAT in between, in one sentence; null where it cannot be told. */
export function natWords(seen: SeenAddress, { candidates }: Gathered): string | null {
	const own = candidates.filter(({ type, protocol }) => type === 'host' && protocol === 'udp');
	if (own.some((one) => isSame(one, seen))) return NO_NAT;
	const base = seen.base;
	if (base && isSame(base, seen)) return NO_NAT;
	if (base) return `A NAT is in between: it put ${place(seen)} in the place of ${place(base)}.`;
	if (own.some((one) => isHidden(one) && one.port === seen.port)) return KEPT_PORT;
	const facing = own.filter(({ address }) => familyOf(address) === familyOf(seen.address));
	if (facing.length === 0 || own.some(isHidden)) return null;
	return `A NAT is in between: this machine itself has ${[...new Set(facing.map(({ address }) => address))].join(' and ')}.`;
}

const NO_NAT = 'That is the address of this machine itself: no NAT is between it and the server.';

const KEPT_PORT =
	'The port is that of this machine’s own socket: no NAT is in between, or one that keeps ports.';

/** Whether the browser has put a name in the place of an address of this machine. */
const isHidden = ({ address }: SeenCandidate): boolean => describeAddress(address).scope === 'mdns';

const bare = (address: string) => bareHost(address).toLowerCase();
const isSame = (
	one: { address: string; port: number },
	other: { address: string; port: number }
): boolean => one.port === other.port && bare(one.address) === bare(other.address);
const familyOf = (address: string) => describeAddress(bare(address)).family;
