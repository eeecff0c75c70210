import { expect, it } from 'vitest';
import { wordsToRead } from '../../src/lib/deck/words-to-read';

it('counts what is read before the step, and what once it was performed', () => {
	const markdown = `
<script>
  import After from '$lib/ui/slide/After.svelte';
</script>

John **offers** a call ([RFC 8829](https://www.rfc-editor.org/rfc/rfc8829.html)).

<Drawing of="no words" />

<After>

- Look at \`signalingState\`.

</After>
`;
	expect(wordsToRead(markdown)).toEqual({ before: 6, after: 3 });
});

it('counts nothing where there is nothing', () => {
	expect(wordsToRead('')).toEqual({ before: 0, after: 0 });
});
