import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTraceFile } from '../../src/lib/trace/file';
import { folded } from '../../src/lib/ui/ladder/geometry';
import { ladderRows } from '../../src/lib/ui/ladder/layout';
import { ladderSvg } from '../../src/lib/ui/ladder/svg';
import { Story } from './trace';
import { all, named, parse, type Node } from './xml';

const OFFER = { description: { type: 'offer', sdp: 'v=0' } };

/** What is written in the drawing, each line with what stands after it. */
function words(node: Node): string[] {
	return named(node, 'text').map(({ text, children }) => text + children.map((c) => c.text).join());
}

function draw(story: Story, titles = {}, options = {}): Node {
	return parse(ladderSvg(story.entries, titles, options));
}

function sample() {
	const file = parseTraceFile(readFileSync('src/static/samples/call.parley-trace.json', 'utf8'));
	if (!file.ok) throw new Error(file.problem);
	return file.file.entries;
}

/** A trace that has a row of each kind. */
function everything(): Story {
	const story = new Story().attempt().does('john', 'RTCPeerConnection').attempt('restart');
	story.step('john-creates-offer').does('john', 'RTCPeerConnection').does('john', 'createOffer');
	story.error('jane', 'createAnswer', story.call('jane', 'createAnswer'));
	story.call('jane', 'close');
	story.candidates('john', 3).changed('jane', { signalingState: 'have-remote-offer' });
	story.sent('john', 1, OFFER).wait(2000).delivered('jane', 1).sent('jane', 2, { bye: true });
	story.stats('john', true, 1);
	const error = { name: 'InvalidStateError', message: 'Called in wrong state.' };
	for (const peer of ['john', null] as const) {
		const data = { id: 'john-creates-offer', error };
		story.trace.record({ kind: 'step', name: 'fail', peer, data });
	}
	const data = { explanation: 'The network changed.' };
	story.trace.record({ kind: 'lost', name: 'connection', peer: 'jane', data });
	return story;
}

describe('the ladder as a file', () => {
	it('is one SVG document with its size, a title and a description', () => {
		const { name, attributes, children } = draw(everything());
		expect(name).toBe('svg');
		expect(attributes.xmlns).toBe('http://www.w3.org/2000/svg');
		expect(attributes.viewBox).toBe(`0 0 900 ${attributes.height}`);
		expect(attributes.width).toBe('900');
		expect(children.slice(0, 2).map((child) => child.name)).toEqual(['title', 'desc']);
		expect(children[1]!.text).toContain('Attempt 2 in 16 rows');
		expect(children[1]!.text).toContain('1 message waiting for John.');
	});

	it('has paper behind all of it', () => {
		const [rect] = named(draw(everything()), 'rect');
		const { height } = draw(everything()).attributes;
		expect(rect!.attributes).toEqual({ width: '900', height, fill: '#fcfbf8' });
	});

	it('needs nothing from elsewhere, and changes nothing around it', () => {
		const text = ladderSvg(sample(), {});
		const foreign = /<style|<script|<image|<use|url\(|href|var\(| (id|class|style)=/;
		expect(foreign.exec(text)).toBeNull();
		expect(text.match(/https?:\/\/[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
	});

	it('says that nothing has happened where nothing has', () => {
		expect(words(draw(new Story()))).toContain('Nothing has happened yet.');
	});

	it('has only numbers for places, however wide it is asked to be', () => {
		for (const width of [-1, 0, 330, 500, 700, 830, 1100, 1e4, NaN, Infinity]) {
			const svg = draw(everything(), {}, { width });
			for (const { attributes } of all(svg)) {
				expect(Object.values(attributes).join()).not.toMatch(/NaN|Infinity|undefined|e[+-]\d/);
			}
			expect(Number(svg.attributes.width)).toBeGreaterThanOrEqual(320);
		}
	});

	it('has the colours of the site, in the light and in the dark', () => {
		const theme = readFileSync('src/lib/ui/theme.css', 'utf8');
		const pairs = [...theme.matchAll(/light-dark\((#\w{6}), (#\w{6})\)/g)];
		for (const [dark, column] of [
			[false, 1],
			[true, 2]
		] as const) {
			const there = pairs.map((pair) => pair[column]);
			const used = ladderSvg(everything().entries, {}, { dark }).match(/#[\da-f]{6}/g)!;
			for (const colour of new Set(used)) expect(there).toContain(colour);
		}
	});
});

describe('its rows', () => {
	it('are those of the ladder on the screen, each with its label', () => {
		for (const entries of [sample(), everything().entries]) {
			const svg = parse(ladderSvg(entries, {}));
			const rows = folded(ladderRows(entries), () => false);
			const groups = all(svg).filter(({ attributes }) => attributes['data-row']);
			expect(groups.map(({ attributes }) => attributes['data-row'])).toEqual(
				rows.map(({ kind }) => kind)
			);
			for (const [index, { label, short }] of rows.entries()) {
				const written = words(groups[index]!).join('\n');
				expect([label, short].some((text) => text && written.includes(text))).toBe(true);
			}
		}
	});

	it('are complete for the present attempt, and one line for each earlier one', () => {
		const written = words(draw(everything()));
		expect(written).toContain('Attempt 1, 3 entries');
		expect(written).toContain('Fresh peers · attempt 2');
		expect(written).not.toContain('Fresh peers · attempt 1');
		expect(written.filter((text) => text.startsWith('new RTCPeerConnection()'))).toHaveLength(1);
	});

	it('tell how calls were settled', () => {
		const written = words(draw(everything()));
		expect(written).toContain('createOffer() ✓ 10 ms');
		expect(written).toContain('createAnswer() ✕ InvalidStateError 10 ms');
		expect(written).toContain('close() … pending');
	});

	it('tell in their titles what there is no room for', () => {
		const titles = named(draw(everything()), 'title').map(({ text }) => text);
		expect(titles).toContain(
			'Jane calls createAnswer, rejected after 10 ms: InvalidStateError, Called in wrong state.'
		);
		expect(titles).toContain('Jane: connection lost. The network changed.');
	});

	it('name steps by their slides, or by themselves where there is no slide', () => {
		const story = new Story().step('john-creates-offer').step('constructor').step('__proto__');
		const written = words(draw(story, { 'john-creates-offer': 'John creates an offer' }));
		expect(written).toContain('John creates an offer');
		expect(written).toContain('constructor');
		expect(written).toContain('__proto__');
	});

	it('stay inside the drawing, in whatever face', () => {
		for (const width of [330, 500, 700, 830, 1100]) {
			const svg = draw(everything(), {}, { width });
			for (const { attributes } of named(svg, 'text')) {
				const x = Number(attributes.x);
				const length = Number(attributes.textLength ?? 0);
				const share = { start: 0, middle: 0.5, end: 1 }[attributes['text-anchor'] ?? 'start']!;
				expect(x - length * share).toBeGreaterThanOrEqual(0);
				expect(x + length * (1 - share)).toBeLessThanOrEqual(width);
			}
		}
	});
});

describe('without colours', () => {
	it('the peers are told apart by their names, above and below, and by their strokes', () => {
		const svg = draw(everything());
		for (const name of ['John', 'Jane']) {
			expect(words(svg).filter((text) => text === name)).toHaveLength(2);
		}
		const strokes = (colour: string) =>
			named(svg, 'path')
				.filter(({ attributes }) => attributes.stroke === colour)
				.filter(({ attributes }) => /^M[\d. ]+V/.test(attributes.d!))
				.map(({ attributes }) => attributes['stroke-dasharray']);
		expect(strokes('#1c5d99')).toContain(undefined);
		expect(strokes('#a8412a')).not.toContain(undefined);
	});

	it('a message that waits differs from one that was delivered', () => {
		const story = new Story().sent('john', 1, OFFER);
		const flight = () =>
			all(draw(story)).find(({ attributes }) => attributes['data-flight'] !== undefined)!;
		const waiting = flight();
		expect(waiting.attributes['data-flight']).toBe('waiting');
		expect(named(waiting, 'path')[0]!.attributes['stroke-dasharray']).toBe('4 3');
		expect(named(waiting, 'circle')).toHaveLength(1);
		expect(words(draw(story))).toContain('sends offer waiting for Jane');

		story.delivered('jane', 1);
		const delivered = flight();
		expect(delivered.attributes['data-flight']).toBe('delivered');
		expect(named(delivered, 'path')[0]!.attributes).not.toHaveProperty('stroke-dasharray');
		expect(named(delivered, 'circle')).toHaveLength(0);
		expect(words(draw(story))).toContain('sends offer');
	});
});

describe('what a trace says', () => {
	/** Says something wherever a trace can say anything; for reasons, files have a fixed list. */
	function saying(text: string): Story {
		const story = new Story().attempt().step(text).does('john', text, { type: text });
		const call = story.call('jane', 'createAnswer');
		const error = { name: text, message: text };
		story.trace.record({ kind: 'error', peer: 'jane', name: 'createAnswer', call, data: error });
		story.event('jane', text).event('jane', 'track', { kind: text });
		story.changed('john', { signalingState: text as RTCSignalingState });
		story.sent('john', 1, { description: { type: text, sdp: text } }).delivered('jane', 1);
		story.sent('john', 2, { description: { type: text, sdp: text } });
		for (const peer of ['john', null] as const) {
			const data = { id: text, error };
			story.trace.record({ kind: 'step', name: 'fail', peer, data });
		}
		const data = { explanation: text };
		story.trace.record({ kind: 'lost', name: text, peer: 'jane', data });
		return story;
	}

	const ELEMENTS = ['circle', 'desc', 'g', 'path', 'rect', 'svg', 'text', 'title', 'tspan'];

	it.each([
		'<script>alert(1)</script>',
		'</text></svg><img src=x onerror=alert(1)>',
		'"><a href="javascript:alert(1)">x</a>',
		"' onload='alert(1)",
		']]><![CDATA[<x/>]]>',
		'<!-- x --><?y?>',
		'&lt;b&gt; &amp; &nbsp; &#0; &unknown;'
	])('is text: %s', (text) => {
		const svg = draw(saying(text), { [text]: text }, { width: 2400 });
		for (const { name, attributes } of all(svg)) {
			expect(ELEMENTS).toContain(name);
			expect(Object.keys(attributes).join()).not.toMatch(/\bon|href/);
		}
		expect(words(svg)).toContain(text);
		expect(words(svg)).toContain(`sends ${text} waiting for Jane`);
		expect(named(svg, 'title').map((title) => title.text)).toContain(
			`Jane: connection lost. ${text}`
		);
	});

	it('loses what XML cannot hold, and what would turn the text around it', () => {
		const text = 'a\u0000b\u001bc\ud800d\ufffee\u202ef\r\ng\u0085';
		expect(words(draw(saying(text)))).toContain('abcdef g');
	});

	it('never breaks the drawing', () => {
		const any = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '/', '\ud83d', '漢', '👩‍🚀', '\n') })
		);
		fc.assert(
			fc.property(any, fc.integer({ min: 0, max: 1500 }), (text, width) => {
				const svg = draw(saying(text), { [text]: text }, { width });
				return all(svg).every(({ name }) => ELEMENTS.includes(name));
			}),
			{ numRuns: 50 }
		);
	});
});

it('the size grows linearly with the trace', () => {
	const sizeOf = (calls: number) => {
		const story = new Story().attempt();
		for (let count = 0; count < calls; count++) {
			story.does('john', 'createOffer').sent('john', count, OFFER).delivered('jane', count);
		}
		return ladderSvg(story.entries, {}).length;
	};
	const [small, middle, large] = [sizeOf(500), sizeOf(1000), sizeOf(2000)];
	expect((large - middle) / (middle - small)).toBeCloseTo(2, 1);
});
