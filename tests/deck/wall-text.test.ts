import { describe, expect, it } from 'vitest';
import { wallText } from '../../src/lib/deck/wall-text';

const SLIDE = `
<script>
  import After from '$lib/ui/slide/After.svelte';
</script>

A call needs **something** to send ([spec §4.2](https://example.org)). Only [John](/john) decides.

<After>

- \`signalingState\` is \`stable\`. It was before.
- More.

</After>
`;

describe('what a slide says on a wall', () => {
	it('is what its front matter says', () => {
		const said = { line: 'Before.', after: 'After.', points: ['One'] };
		expect(wallText(SLIDE, said)).toEqual(said);
	});

	it('is else the first sentence of its text, and of what follows the step', () => {
		expect(wallText(SLIDE)).toEqual({
			line: 'A call needs *something* to send.',
			after: '`signalingState` is `stable`.',
			points: []
		});
	});

	it('stays the same after the step where nothing is said of it', () => {
		expect(wallText('One sentence. Another.').after).toBe('One sentence.');
	});

	it('is nothing where there is no text', () => {
		expect(wallText('<Drawing />').line).toBe('');
	});
});
