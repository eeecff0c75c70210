import { describe, expect, it } from 'vitest';
import { exchanged, type MadeCall } from './made-call';

const hungUp = (call: MadeCall, after: number) => {
	call.both('connecting', 'checking').after(after);
	for (const peer of ['john', 'jane'] as const) {
		call.done(peer, 'close');
		call.changed(peer, { signalingState: 'closed', connectionState: 'closed' });
	}
	return call;
};

describe('a call that somebody closes before it is connected', () => {
	it('is no longer under way, however long the recording goes on', () => {
		const call = hungUp(exchanged(), 3000).after(30_000).report('john');
		expect(call.diagnosis.verdict).toMatchObject({
			sentence: 'This call was closed 3 s after offer and answer, before it was connected.',
			isGood: true
		});
		expect(call.ids).toEqual([]);
	});

	it('has not come about where there was time enough', () => {
		const { verdict } = hungUp(exchanged(), 20_000).diagnosis;
		expect(verdict).toMatchObject({ sentence: 'This call did not come about.', isGood: false });
	});

	it('and is under way as long as it is open', () => {
		const call = exchanged().both('connecting', 'checking').after(3000).report('john');
		expect(call.diagnosis.verdict?.sentence).toContain('This call is under way');
	});
});
