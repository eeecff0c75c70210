import { describe, expect, it } from 'vitest';
import { headOf } from './concluded';
import { cameAbout, internalsDump, type MadeConnection } from './made-dump';
import { changed, growing } from './made-statistics';

const unlike = (id: string, members: object): MadeConnection => ({
	log: cameAbout(),
	statistics: (second) => growing(second, changed(id, members))
});
const opened = async (connections: readonly MadeConnection[]) => {
	const head = await headOf(internalsDump(connections));
	if (head.kind !== 'dump') throw new Error(head.sentence);
	return head;
};

describe('a dump of several calls that came about', () => {
	const good: MadeConnection = { log: cameAbout(), statistics: (second) => growing(second) };
	const blind = unlike('IT01V3', { framesReceived: 0, framesDecoded: 0 });
	const lossy = unlike('IT01V3', { packetsLost: 1000 });

	it('opens at the one of which the worst is found', async () => {
		const { cast, conclusions } = await opened([good, lossy, blind]);
		expect(cast).toEqual({ john: '8-3' });
		expect(conclusions[0]?.findings[0]?.id).toBe('media.not-decoded');
	});

	it('opens at one that was made to be used, and not at one that was closed at once', async () => {
		const closed: MadeConnection = {
			log: [
				[0, 'transceiverAdded', 'Caused by: addTransceiver'],
				[0.1, 'signalingstatechange', 'closed'],
				[0.1, 'close', '']
			]
		};
		expect((await opened([closed, good])).cast).toEqual({ john: '8-2' });
		expect((await opened([closed, good, lossy])).cast).toEqual({ john: '8-3' });
		expect((await opened([closed, closed])).cast).toEqual({ john: '8-1' });
	});

	it('opens at the first where nothing is wrong', async () => {
		expect((await opened([good, good])).cast).toEqual({ john: '8-1' });
		const silent = unlike('SA1', { audioLevel: 0, totalAudioEnergy: 0 });
		expect((await opened([good, silent])).cast).toEqual({ john: '8-1' });
	});
});
