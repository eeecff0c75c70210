import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/lib/diagnose';
import { EXCHANGES, exchanges } from '../sdp/exchanges';

const FOLDER = 'tests/sdp/fixtures';
const read = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8');
const NAMES = readdirSync(FOLDER);
const given = (name: string) => ({ sdp: read(name), of: name });

/** What is said of it is true, and tried. */
const APART = ['jsep-offer.sdp'];

describe('a description of a call that works', () => {
	it.each(NAMES.filter((name) => !APART.includes(name)))(
		'has no finding that matters: %s',
		(name) => {
			const role = name.includes('offer') ? 'offer' : 'answer';
			const { findings } = diagnose({ kind: 'description', role, given: given(name) });
			expect(findings.filter(({ severity }) => severity !== 'worth knowing')).toEqual([]);
		}
	);

	it.each(
		NAMES.filter(
			(name) =>
				name.includes('offer') &&
				!APART.includes(name) &&
				NAMES.includes(name.replace('offer', 'answer'))
		)
	)('is accepted by a browser, with its answer: %s', (name) => {
		const { findings, verdict } = diagnose({
			kind: 'exchange',
			offer: given(name),
			answer: given(name.replace('offer', 'answer'))
		});
		expect(findings.filter(({ severity }) => severity !== 'worth knowing')).toEqual([]);
		expect(verdict).toMatchObject({ sentence: 'A browser accepts this answer.', isGood: true });
	});

	it('keeps the rules in JSEP’s own example, of which Firefox wants more', () => {
		const { findings, verdict } = diagnose({
			kind: 'description',
			role: 'offer',
			given: given('jsep-offer.sdp')
		});
		const matters = findings.filter(({ severity }) => severity !== 'worth knowing');
		expect(matters).toMatchObject([{ id: 'sdp.rtcp-mux-not-repeated', refusedBy: ['Firefox'] }]);
		expect(verdict?.sentence).toBe('Firefox refuses this offer, Chromium accepts it.');
	});
});

/** Faults that the examples of draft-ietf-rtcweb-sdp really have, by their section. */
const FAULTS: Readonly<Record<string, readonly string[]>> = {
	// Candidates with ports above 65535.
	'rtcweb-sdp-5.2.9': ['sdp.candidate-unreadable'],
	'rtcweb-sdp-5.4.2': ['answer.extension-renumbered'],
	'rtcweb-sdp-5.4.3': ['answer.no-rtcp-mux', 'sdp.no-connection-line'],
	'rtcweb-sdp-5.4.4': ['sdp.fingerprint-length', 'offer.no-setup']
};

describe('the offers and answers of the specifications and of calls between browsers', () => {
	const WORKING = EXCHANGES.filter((name) => /^(jsep|rtcweb|chromium|firefox)/.test(name));

	it.each(WORKING)('have no finding that matters but what is true of them: %s', (name) => {
		const ids = exchanges(name).flatMap(({ offer, answer }) =>
			diagnose({
				kind: 'exchange',
				offer: { sdp: offer, of: 'offer' },
				answer: { sdp: answer, of: 'answer' }
			})
				.findings.filter(({ severity }) => severity !== 'worth knowing')
				.map(({ id }) => id)
				// Firefox wants more than the rules, see above.
				.filter((id) => !id.endsWith('not-repeated'))
		);
		expect([...new Set(ids)]).toEqual(FAULTS[name] ?? []);
	});
});
