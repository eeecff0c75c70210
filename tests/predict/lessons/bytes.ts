import type { TraceEntry } from '../../../src/lib/trace';
import { altered, beside, reworded, walkedBy } from '../recorded';
import type { OfLesson } from './row';

const BYTES = walkedBy('bytes');

const reading = 'bytes/john-reads-statistics';

/** The report has something in the place of the address. */
const saying = (address: string) => () =>
	altered(BYTES, (entry) =>
		entry.name === 'getStats' ? reworded(entry, '"address":""', `"address":"${address}"`) : entry
	);

/** Jane has found so many candidates: the fixture is without what came before its lesson. */
const found = (count: number): readonly TraceEntry[] =>
	altered(BYTES, (entry) =>
		entry.kind === 'attempt'
			? [
					entry,
					...Array.from({ length: count }, (_, index) =>
						beside(entry, {
							kind: 'event',
							name: 'icecandidate',
							peer: 'jane',
							data: {
								candidate: {
									candidate: `candidate:${index} 1 udp 2122194687 192.0.2.${index + 1} 9000 typ host`,
									sdpMid: '0',
									sdpMLineIndex: 0,
									usernameFragment: 'm001'
								}
							}
						})
					)
				]
			: entry
	);

export const ofBytes: readonly OfLesson[] = [
	[
		'address-not-told',
		BYTES,
		reading,
		'nothing',
		'In the report: candidateType prflx, priority 1853759231, and an empty address.',
		{
			'the address': saying('192.0.2.2'),
			'a name': saying('a08de6fd-06ee-4863-9686-17b4f048849c.local')
		}
	],
	[
		'known-by-checks',
		found(4),
		reading,
		'some',
		'Jane’s browser has found four candidates, and the report of John’s has one remote one.',
		{
			all: () => found(1),
			none: () =>
				altered(found(4), (entry) =>
					entry.name === 'getStats' ? reworded(entry, 'remote-candidate', 'gone') : entry
				)
		}
	]
];
