import { altered, reworded, walkedBy } from '../recorded';
import type { OfLesson } from './row';

const BYTES = walkedBy('bytes');

const reading = 'bytes/john-reads-statistics';

/** The report has something in the place of the address. */
const saying = (address: string) => () =>
	altered(BYTES, (entry) =>
		entry.name === 'getStats' ? reworded(entry, '"address":""', `"address":"${address}"`) : entry
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
	]
];
