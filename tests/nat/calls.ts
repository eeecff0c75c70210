import { DEPENDENCES, SERVERS, type Call, type NatBehaviour } from '../../src/lib/nat';

/** Every NAT that can be described, and none. */
export const ALL_NATS: readonly (NatBehaviour | null)[] = [
	null,
	...DEPENDENCES.flatMap((mapping) =>
		DEPENDENCES.flatMap((filtering) =>
			[true, false].map((preservesPort) => ({ mapping, filtering, preservesPort }))
		)
	)
];

/** Every call between two of them, John making the offer. */
export const ALL_CALLS: readonly Call[] = ALL_NATS.flatMap((john) =>
	ALL_NATS.flatMap((jane) =>
		SERVERS.map((servers) => ({
			john,
			jane,
			servers,
			isShared: false,
			controlling: 'john' as const
		}))
	)
);

/** A call, to be read where it fails. */
export function called({ john, jane, servers, isShared }: Call): string {
	const nat = (one: NatBehaviour | null) =>
		one ? `${one.mapping}/${one.filtering}${one.preservesPort ? '/same port' : ''}` : 'no NAT';
	return `${nat(john)} × ${nat(jane)}, ${servers}${isShared ? ', one network' : ''}`;
}
