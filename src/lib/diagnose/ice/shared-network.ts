import { describeAddress } from '../../ice';

/** The network of a private IPv4 address, as most are cut: its first three numbers. */
const networkOf = (address: string) => /^(\d+\.\d+\.\d+)\.\d+$/.exec(address)?.[1] ?? null;

/** What Docker gives on every machine, by its documentation: there the same numbers mean nothing. */
const isContainers = (address: string) => /^172\.1[7-9]\./.test(address);

/** Addresses that a side announces, each once, with what some of them are. */
export const asGiven = (addresses: readonly string[]): string =>
	[...new Set(addresses)]
		.slice(0, 3)
		.map((address) => address.slice(0, 60))
		.map((address) => (isContainers(address) ? `${address}, which is what Docker gives` : address))
		.join('; ');

/** A private network that an address of either side is in, `192.168.1`; null where there is none. */
export function sharedNetwork(
	mine: readonly (string | null)[],
	theirs: readonly (string | null)[]
): string | null {
	const networks = (addresses: readonly (string | null)[]) =>
		addresses.flatMap((address) => {
			if (address === null || isContainers(address)) return [];
			return describeAddress(address).scope === 'private' ? (networkOf(address) ?? []) : [];
		});
	const own = new Set(networks(mine));
	return networks(theirs).find((network) => own.has(network)) ?? null;
}

/** What to do where even there nothing is answered. */
export const SHARED_TODO =
	'If that is one network, see whether it lets its devices talk with each other (a guest Wi-Fi or a firewall may not). If two networks are only numbered alike, have a STUN and a TURN server on both sides.';
