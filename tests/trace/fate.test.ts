import { describe, expect, it } from 'vitest';
import { reduce } from '../../src/lib/trace';
import { newestOf } from '../../src/lib/trace/fate';
import { envelopesOf, laneOf } from '../../src/lib/ui/picture/envelopes';
import { Recording } from './recording';

const offer = { description: { type: 'offer', sdp: 'v=0\r\n' } };

/** Both offer, John first; his offer is taken last. */
function crossing() {
	const one = new Recording();
	one.attempt();
	one.sent('john', 1, offer);
	one.sent('jane', 2, offer);
	one.delivered('john', 2);
	one.delivered('jane', 1);
	return reduce(one.entries);
}

describe('of messages that cross each other', () => {
	it('the one that was taken last is told of, though the other was sent later', () => {
		expect(newestOf(crossing().wire)).toMatchObject({ from: 'john', id: 1 });
	});

	it('the picture has the same one where none waits any more', () => {
		expect(laneOf(envelopesOf(crossing()))).toMatchObject({
			waiting: [],
			latest: { from: 'john' }
		});
	});

	it('none is told of where nothing was sent', () => {
		expect(newestOf([])).toBeUndefined();
	});
});
