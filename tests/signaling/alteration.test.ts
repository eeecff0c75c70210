import { describe, expect, it } from 'vitest';
import { differences } from '../../src/lib/signaling/alteration';

const description = (type: 'offer' | 'answer', ...lines: string[]) => ({
	description: { type, sdp: lines.map((line) => `${line}\r\n`).join('') }
});

describe('the lines in which two messages differ', () => {
	it('are those of their descriptions, the type among them', () => {
		const before = description('offer', 'v=0', 'a=mid:0');
		expect(differences(before, description('offer', 'v=0', 'a=mid:1'))).toEqual({
			removed: ['a=mid:0'],
			added: ['a=mid:1']
		});
		expect(differences(before, description('answer', 'v=0', 'a=mid:0'))).toEqual({
			removed: ['type: offer'],
			added: ['type: answer']
		});
	});

	it('are counted where a line stands more than once', () => {
		const [once, twice] = [['a=rtcp-mux'], ['a=rtcp-mux', 'a=rtcp-mux']];
		const less = differences(description('offer', ...twice), description('offer', ...once));
		expect(less).toEqual({ removed: ['a=rtcp-mux'], added: [] });
	});

	it('are none where they say the same', () => {
		for (const message of [
			description('offer', 'v=0'),
			{ candidate: null },
			{ bye: true as const }
		]) {
			expect(differences(message, message)).toEqual({ removed: [], added: [] });
		}
	});

	it('are those of the JSON where there is no description', () => {
		const candidate = (text: string) => ({ candidate: { candidate: text, sdpMid: '0' } });
		const { removed, added } = differences(candidate('one'), candidate('two'));
		expect([removed.length, added.length]).toEqual([1, 1]);
		expect(added[0]).toContain('two');
	});
});
