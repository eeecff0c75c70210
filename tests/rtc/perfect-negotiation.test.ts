import { describe, expect, it } from 'vitest';
import slide from '../../content/07-glare/04-the-end/01-four-lines.md?raw';
import { javaScriptOf } from '../../src/lib/deck/javascript';
import file from '../../src/lib/rtc/perfect-negotiation.ts?raw';

const words = (code: string) => code.replace(/\s+/g, ' ').trim();
const listings = [...slide.matchAll(/^```js\n([^]*?)^```$/gm)].map(([, code]) => code!);
const [lines = '', program = ''] = listings;

describe('the program on the slide “Four lines”', () => {
	it('is the one of the module, word for word', () => {
		expect(words(javaScriptOf(file))).toContain(words(program));
	});

	it('has the four lines of the slide in it, and the moment in which an answer is set', () => {
		expect(lines.trim().split('\n')).toHaveLength(4);
		const asThere = lines.replace("pc.signalingState === 'stable'", 'stable');
		for (const line of asThere.trim().split('\n')) expect(program).toContain(line.slice(0, -1));
	});
});
