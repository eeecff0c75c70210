import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/lib/sdp';
import { reduce } from '../../src/lib/trace';
import { rowsOf } from '../../src/lib/ui/focus/rows';
import { sentenceOf } from '../../src/lib/ui/focus/sentence';
import { newestOf } from '../../src/lib/trace/fate';
import { envelopesOf, laneOf } from '../../src/lib/ui/picture/envelopes';
import { Recording } from '../trace/recording';

const STEP = 'somebody-alters';
const offer = (sdp: string) => ({ description: { type: 'offer', sdp } });

/** Jane’s offer and a candidate wait for John; somebody changes a line of the offer. */
function story() {
	const one = new Recording();
	one.attempt();
	one.sent('jane', 1, offer('v=0\r\n'));
	one.sent('jane', 2, { candidate: null });
	one.begin(STEP);
	one.altered('john', 1, offer('v=1\r\n'), { removed: ['v=0'], added: ['v=1'] });
	one.end(STEP);
	const { entries } = one;
	return { entries, view: reduce(entries) };
}

describe('a step in which a message is altered on its way', () => {
	it('says so, and by how much', () => {
		const { view, entries } = story();
		expect(sentenceOf(view, entries, STEP)).toMatchObject({
			status: 'done',
			did: 'On its way to John, Jane’s offer was altered: 1 line.'
		});
	});

	it('shows the line as it was written, and the one that will be read', () => {
		const { view, entries } = story();
		const rows = rowsOf({ slug: 'lesson/x', step: STEP, annotate, view, entries });
		expect(rows).toEqual([
			{ peer: 'jane', text: 'v=0', note: 'What Jane wrote.' },
			{ peer: 'john', text: 'v=1', note: 'What John will read in its place.' }
		]);
	});

	it('is about nothing else of the call: another step has none of these lines', () => {
		const { view, entries } = story();
		expect(rowsOf({ slug: 'lesson/y', step: 'another', annotate, view, entries })).toEqual([]);
	});

	it('is what the stage tells of the wire', () => {
		expect(newestOf(story().view.wire)).toMatchObject({ from: 'jane', id: 1 });
	});

	it('has the message lie before those that were sent later, and called so', () => {
		const { waiting } = laneOf(envelopesOf(story().view));
		expect(waiting.map(({ words }) => words)).toEqual([
			'end of candidates',
			'altered offer, 1 line'
		]);
	});
});
