import type { Json } from '../../../src/lib/trace';
import type { PeerStats, RtpStats } from '../../../src/lib/trace/view-stats';
import { altered, walkedBy } from '../recorded';
import type { OfLesson } from './row';

const COUNTED = walkedBy('get-stats');

const stopping = 'get-stats/john-stops-encoding';
const disabling = 'get-stats/john-disables-tracks';

/** Jane has counted otherwise, in each report of a step. */
const counting = (step: string, change: (one: RtpStats, report: number) => RtpStats) => () => {
	let report = 0;
	return altered(COUNTED, (entry) => {
		if (entry.kind !== 'stats' || entry.step !== step) return entry;
		report += 1;
		const stats = entry.data as unknown as PeerStats;
		const inbound = stats.inbound.map((one) => change(one, report));
		return { ...entry, data: { ...stats, inbound } as unknown as Json };
	});
};

export const ofGetStats: readonly OfLesson[] = [
	[
		'not-sent-not-lost',
		COUNTED,
		stopping,
		'nothing',
		'In 4.0 s packetsReceived of her video grew by 0 to 617, and packetsLost by 0.',
		{
			lost: counting(stopping, (one, report) => ({ ...one, packetsLost: report })),
			packets: counting(stopping, (one, report) => ({ ...one, packets: one.packets + report }))
		}
	],
	[
		'disabled-still-sent',
		COUNTED,
		disabling,
		'both',
		'In 4.1 s packetsReceived grew by 204 for the sound and by 76 for the picture.',
		{
			'sound alone': counting(disabling, (one) =>
				one.kind === 'video' ? { ...one, packets: 821 } : one
			),
			neither: counting(disabling, (one) => ({ ...one, packets: 821 }))
		}
	]
];
