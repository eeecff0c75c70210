import { createHash } from 'node:crypto';
import type { BrokerAddress } from '../../src/lib/signaling/broker-room';
import type { SharedWalk } from '../../src/lib/tabs/shared-walk';
import type { TraceEntry } from '../../src/lib/trace';
import { beWindow, watching } from '../tabs/onlooker';

/** What a part of a crowd is asked: that so many more come to a room; or what all have recorded. */
export type Asked = { come: number; address: BrokerAddress } | 'traces';

/** What it answers, and what it says of itself. */
export type Told =
	| { is: 'ready' }
	/** So many watch; and where all of them stand, if that is one place. */
	| { is: 'standing'; count: number; at: string | null }
	| { is: 'come' }
	/** Each trace that one of them has, as its hash. */
	| { is: 'traces'; hashes: string[] }
	| { is: 'failed'; why: string };

/** Milliseconds between two looks at where all stand. */
const LOOK = 5;

/** How far a page has come: how many entries it has, and at which moment it stands. */
export const standing = ({ trace, snapshot }: SharedWalk): string =>
	`${trace.entries.length} entries, moment ${snapshot.context.at}`;

/** A trace as what two can be compared by. */
export const hashOf = (entries: readonly TraceEntry[]): string =>
	createHash('sha256').update(JSON.stringify(entries)).digest('hex');

const only = <Value>(values: Iterable<Value>): Value | null => {
	const [first, ...others] = new Set(values);
	return first === undefined || others.length > 0 ? null : first;
};

/** Has this process be pages that watch a room, for the process that has started it. */
export function beCrowd(): void {
	beWindow((name, value) => Reflect.set(globalThis, name, value));
	const walks: SharedWalk[] = [];
	let said = '';
	const tell = (told: Told) => process.send?.(told);
	const look = () => {
		const told: Told = { is: 'standing', count: walks.length, at: only(walks.map(standing)) };
		const words = JSON.stringify(told);
		if (words !== said) tell(told);
		said = words;
	};
	const come = async (count: number, address: BrokerAddress) => {
		walks.push(...(await Promise.all(Array.from({ length: count }, () => watching(address)))));
		tell({ is: 'come' });
	};
	process.on('message', (asked: Asked) => {
		if (asked === 'traces') {
			const hashes = new Set(walks.map(({ trace }) => hashOf(trace.entries)));
			tell({ is: 'traces', hashes: [...hashes] });
		} else {
			come(asked.come, asked.address).catch((error: unknown) =>
				tell({ is: 'failed', why: String(error) })
			);
		}
	});
	setInterval(look, LOOK);
	tell({ is: 'ready' });
}
