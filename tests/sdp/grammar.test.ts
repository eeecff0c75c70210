import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/lib/sdp';
import { ATTRIBUTE_RULES, LINE_RULES } from '../../src/lib/sdp/grammar';
import { REGISTERED_ATTRIBUTES } from '../../src/lib/sdp';
import { tokenFaults, uncovered } from './cover';

const RULES = [...LINE_RULES, ...ATTRIBUTE_RULES];

/** Around the sample stands what it refers to. */
const SECTION = [
	'm=video 9 UDP/TLS/RTP/SAVPF 111 97',
	'a=ice-ufrag:kCOP',
	'a=ice-pwd:322zXO/YVqIjwoHPnwz7wO9M',
	'a=rtpmap:111 opus/48000/2',
	'a=rtpmap:97 VP8/90000',
	'a=rid:q send',
	'a=rid:h send',
	'a=rid:f send',
	'a=ssrc:3239603703 cname:x',
	'a=ssrc:1814042788 cname:x'
];

function inPlace(sample: string, level: string): string {
	if (sample.startsWith('m=')) return sample;
	if (level === 'session') return sample;
	if (sample.startsWith('a=rid:q')) return [SECTION[0], sample].join('\n');
	const others = SECTION.filter((line) => line.split(' ')[0] !== sample.split(' ')[0]);
	return [...others, sample].join('\n');
}

describe.each(RULES)('the rule for %s', (name, rule) => {
	const line = annotate(inPlace(rule.sample, rule.level)).lines.at(-1);

	it('explains its own sample', () => {
		expect(line?.text).toBe(rule.sample);
		expect(line?.type === 'a' ? line.attribute : line?.type).toBe(name);
		expect(line?.problem).toBeNull();
		expect(line?.explanation).toMatch(/^\S.*\.$/);
	});

	it('covers its own sample with tokens that it has a meaning for', () => {
		if (line === undefined) throw new Error('The sample is no line.');
		expect(uncovered(line)).toBe('');
		expect(tokenFaults(line)).toEqual([]);
	});

	it('says what the line is in a phrase without a full stop', () => {
		expect(rule.about).toMatch(/^[A-Z].*[^.]$/);
	});
});

describe('the grammar beside the IANA registry', () => {
	it('agrees with the registry on where an attribute may stand', () => {
		const otherwise = [...ATTRIBUTE_RULES]
			.filter(([name]) => REGISTERED_ATTRIBUTES.has(name))
			.filter(([name, { level }]) => REGISTERED_ATTRIBUTES.get(name)?.level !== level)
			.map(([name]) => name);
		expect(otherwise).toEqual([]);
	});
});
