import { describe, expect, it } from 'vitest';
import { diff } from '../../src/lib/sdp';
import { EXCHANGES, exchanges } from './exchanges';
import { wrong } from './small-answers';

/** What one browser offered and the other answered, four times: more is added, stopped, recycled. */
const RECORDED = EXCHANGES.filter((name) => /^(chromium|firefox)-/.test(name));

describe.each(RECORDED)('%s, which two browsers negotiated with each other', (name) => {
	const pairs = exchanges(name);

	it('has no answer that breaks a rule or that a browser refuses, but for payload types', () => {
		for (const [at, { offer, answer }] of pairs.entries()) {
			const of = diff(offer, answer, 'answer', pairs[at - 1]);
			// Firefox numbers the codecs of a section that it adds afresh, whatever the numbers mean in
			// those that the other browser offered: against RFC 9143, 9.1.1, and Chromium repeats it.
			const reused = name.startsWith('chromium-firefox') && at === 1;
			const found = reused ? ['payload types', 'payload types'] : [];
			expect(wrong(of), `exchange ${at}`).toEqual(found);
			expect(of.refusedBy, `exchange ${at}`).toEqual([]);
		}
	});

	it('keeps the DTLS roles from the first exchange on', () => {
		const setups = pairs.slice(1).map(({ offer, answer }, at) =>
			diff(offer, answer, 'answer', pairs[at])
				.sections.flatMap(({ findings }) => findings)
				.filter(({ about }) => about === 'setup')
				.map(({ meaning }) => /there is no new handshake/.test(meaning))
		);
		expect(setups).toHaveLength(3);
		expect(setups.flat().length).toBeGreaterThan(3);
		expect(setups.flat().every(Boolean)).toBe(true);
	});
});

it('has four calls between the browsers', () => {
	expect(RECORDED).toHaveLength(4);
});
