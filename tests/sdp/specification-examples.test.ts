import { describe, expect, it } from 'vitest';
import { annotate, diff } from '../../src/lib/sdp';
import { EXCHANGES, exchanges } from './exchanges';
import { wrong } from './small-answers';

/** The examples of RFC 9429, 7, and of draft-ietf-rtcweb-sdp-11, 5: as they are, only unfolded. */
const EXAMPLES = EXCHANGES.filter((name) => /^(jsep|rtcweb-sdp)-/.test(name));

/**
 * Lines of the draft that break a specification themselves: two spaces in o=, ports above 65535, a
 * fingerprint of 31 bytes, a=rtcp-rsize in front of the sections, Opus without its channels (RFC 7587,
 * 7), a=imageattr without send or recv (RFC 6236, 3.1.1), a priority above 2³¹ − 1 (RFC 8839, 5.1).
 */
const SLIPS = [
	/^o=- {2}\d/,
	/ 7177[56]( |$)/,
	/^a=fingerprint:sha-256 BB:0A:/,
	/^a=rtcp-rsize$/,
	/^a=rtpmap:109 opus\/48000$/,
	/^a=imageattr:98 \[/,
	/^a=candidate:0 1 UDP 3618095783 /
];

describe.each(EXAMPLES)('the example %s', (name) => {
	const pairs = exchanges(name);

	it('has no line with a problem, but for the slips of its authors', () => {
		const lines = pairs.flatMap(({ offer, answer }) => [offer, answer].map(annotate));
		const doubtful = lines
			.flatMap((description) => description.lines)
			.filter(
				({ text, known, problem }) =>
					(!known || problem !== null) && !SLIPS.some((slip) => slip.test(text))
			);
		expect(doubtful.map(({ text, problem }) => [text, problem])).toEqual([]);
	});

	it('has no answer that breaks a rule, but for the slips of its authors', () => {
		const found = pairs.map(({ offer, answer }) => diff(offer, answer, 'answer')).flatMap(wrong);
		const slips: Record<string, string[]> = {
			// The extension for the mid has number 3 in the offer and 2 in the answer (RFC 8285, 7).
			'rtcweb-sdp-5.4.2': ['header extensions'],
			// The fingerprint of 31 bytes.
			'rtcweb-sdp-5.4.4': ['fingerprint']
		};
		expect(found).toEqual(slips[name] ?? []);
	});

	it('renegotiates without a role or a section that may not change', () => {
		for (const [at, { offer, answer }] of pairs.entries()) {
			const standing = pairs[at - 1];
			if (standing === undefined) continue;
			expect(wrong(diff(offer, answer, 'answer', standing))).toEqual([]);
		}
	});
});

it('has all examples of both documents', () => {
	expect(EXAMPLES).toHaveLength(24);
	expect(EXAMPLES.flatMap(exchanges)).toHaveLength(27);
});

it('takes what a bundled section inherits as said, and knows that browsers want it repeated', () => {
	const { offer, answer } = exchanges('jsep-7.1')[0]!;
	const { summary, refusedBy, sections } = diff(offer, answer);
	expect(sections.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
	expect(sections[1]?.findings.find(({ about }) => about === 'setup')?.verdict).toBe('settled');
	expect(refusedBy).toEqual(['Chromium', 'Firefox']);
	expect(summary).toBe(
		'Of 2 offered sections: 2 accepted. It keeps the rules, but Chromium and Firefox refuse it as a whole: rtcp-mux must be in each section for them.'
	);
});

it('keeps the DTLS roles of the first exchange when the sides change places', () => {
	const [first, second] = exchanges('jsep-7.2');
	const { sections } = diff(second!.offer, second!.answer, 'answer', first);
	expect(sections[0]?.findings.find(({ about }) => about === 'setup')).toMatchObject({
		verdict: 'settled',
		meaning:
			'actpass → passive: the offerer stays the DTLS client, the answerer the server; there is no new handshake.'
	});
});
