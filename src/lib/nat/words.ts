import type { NatBehaviour } from './behaviour';
import type { Place, Side } from './packet';

export const NAME: Readonly<Record<Side, string>> = { john: 'John', jane: 'Jane' };
export const HE: Readonly<Record<Side, string>> = { john: 'he', jane: 'she' };
export const HIM: Readonly<Record<Side, string>> = { john: 'him', jane: 'her' };
export const HIS: Readonly<Record<Side, string>> = { john: 'his', jane: 'her' };

/** A place, as it begins a sentence. */
export const PLACE: Readonly<Record<Place, string>> = {
	john: 'John',
	jane: 'Jane',
	'john-nat': 'John’s NAT',
	'jane-nat': 'Jane’s NAT',
	outside: 'The network outside',
	server: 'The server'
};

/** Whom a NAT lets in, of those who send to what stands for somebody outside. */
export function letsIn({ filtering }: NatBehaviour, side: Side): string {
	switch (filtering) {
		case 'endpoint-independent':
			return 'lets in anybody';
		case 'address-dependent':
			return `lets in whoever has an address that ${HE[side]} has sent to from there`;
		case 'address-and-port-dependent':
			return `lets in only whom ${HE[side]} has sent to from there, address and port`;
	}
}
