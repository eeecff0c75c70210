import { describe, expect, it } from 'vitest';
import { briefly, reportOf, summaryOf } from '../../src/lib/diagnose/in-words';
import { worstFirst } from '../../src/lib/diagnose/worst-first';
import { connected, exchanged, MadeCall } from './made-call';

describe('a finding on a wall', () => {
	it('is what happened, without why', () => {
		expect(briefly('Firefox gave up after 5 s: it waits only five seconds.')).toBe(
			'Firefox gave up after 5 s.'
		);
		expect(briefly('Nothing came.')).toBe('Nothing came.');
	});
});

describe('what was concluded of a call', () => {
	const failed = () =>
		exchanged().both('connecting', 'checking').after(15_000).both('failed', 'failed').diagnosis;

	it('is summed up by how much was looked at, and how much of it matters', () => {
		expect(summaryOf(connected().diagnosis)).toMatch(/^\d+ checks, nothing that would stop/);
		expect(summaryOf(failed())).toMatch(/^\d+ checks, 1 finding\.$/);
	});

	it('is summed up in the singular where one thing was looked at', () => {
		const [finding] = failed().findings;
		expect(summaryOf({ findings: [], checks: 1 })).toMatch(/^1 check, /);
		expect(summaryOf({ findings: [finding!], checks: 1 })).toBe('1 check, 1 finding.');
		expect(summaryOf({ findings: [finding!, finding!], checks: 1 })).toMatch(
			/^1 check, 2 findings/
		);
	});

	it('begins with what stops a call, and else keeps its order', () => {
		const [fine, alsoFine, broken] = [connected().diagnosis, connected().diagnosis, failed()];
		expect(worstFirst([fine, broken, alsoFine])).toEqual([broken, fine, alsoFine]);
		expect(worstFirst([fine, alsoFine])[0]).toBe(fine);
		const nothing = { findings: [] };
		expect(worstFirst([nothing, fine])[0]).toBe(nothing);
	});

	it('is a report for a tracker: verdict, claim, evidence, what to do, source', () => {
		const text = reportOf([{ about: 'Attempt 2 of 3', ...failed() }]);
		expect(text).toMatch(/^## Attempt 2 of 3\n\n\*\*This call did not come about: John’s/);
		expect(text).toContain('- **breaks the call, likely**: John’s connection became failed');
		expect(text).toContain('(`call.unexplained`)');
		expect(text).toContain('  - To do: Record the call from before it begins');
		expect(text).toContain('  - Source: webrtc-pc, 4.3.3');
	});

	it('of nothing is that nothing was agreed on', () => {
		const { verdict, findings } = new MadeCall().create('john').diagnosis;
		expect([verdict?.sentence, findings]).toEqual(['Nothing was agreed on in this call yet.', []]);
	});
});
