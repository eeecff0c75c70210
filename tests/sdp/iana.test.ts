import { describe, expect, it } from 'vitest';
import { annotate, REGISTERED_ATTRIBUTES } from '../../src/lib/sdp';

const entries = [...REGISTERED_ATTRIBUTES.values()];

describe('the IANA registry of attributes', () => {
	it('has every attribute once, with level, reference and link', () => {
		expect(entries.length).toBeGreaterThan(240);
		for (const { name, reference, spec } of entries) {
			expect(name).toMatch(/^[A-Za-z0-9_-]+$/);
			expect(reference).not.toBe('');
			expect(spec.url).toMatch(/^https:\/\//);
		}
	});

	it('makes every registered attribute known, with its level and reference', () => {
		for (const { name, level, spec } of entries) {
			const [line] = annotate(`a=${name}:1`).lines;
			expect(line, name).toMatchObject({ known: true, attribute: name });
			expect(line?.level, name).toBe(level);
			expect(line?.spec?.document, name).toBeTruthy();
			expect(line?.explanation, name).toMatch(/\.$/);
			if (line?.rule === undefined) expect(line?.spec, name).toEqual(spec);
		}
	});

	it('names level and reference where no rule says more', () => {
		const [line] = annotate('a=T38MaxBitRate:14400').lines;
		expect(line?.explanation).toBe(
			'"T38MaxBitRate" is registered with IANA (ITU-T T.38, for media sections); WebRTC has no use for it.'
		);
	});

	it('does not know what IANA does not list', () => {
		const [line] = annotate('a=x-unheard-of:1').lines;
		expect(line).toMatchObject({ known: false, spec: null, usage: null, level: null });
		expect(line?.explanation).toMatch(/"x-unheard-of", which no known specification defines/);
	});
});
