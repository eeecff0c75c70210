import { describeAddress } from '../../ice';
import { clip } from '../words';

export const NETWORK_TYPE_MEANING = 'IN: the Internet.';

export function addressTypeMeaning(value: string): string {
	if (value === 'IP4') return 'An IPv4 address follows.';
	return value === 'IP6'
		? 'An IPv6 address follows.'
		: `An address of type ${clip(value)} follows.`;
}

/** RFC 8840, 4.1.1: what stands in `c=` and `a=rtcp` while no candidate has been gathered. */
export function isPlaceholder(address: string): boolean {
	return address === '0.0.0.0' || address === '::';
}

export function addressMeaning(value: string): string {
	return isPlaceholder(value)
		? 'A placeholder: no address has been chosen yet.'
		: `${clip(value)} is ${describeAddress(value).meaning}.`;
}
