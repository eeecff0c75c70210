import { describe, expect, it } from 'vitest';
import { diagnose, SEVERITIES, type Diagnosis } from '../../src/lib/diagnose';
import { reportOf, summaryOf } from '../../src/lib/diagnose/in-words';
import { RULES } from '../../src/lib/diagnose/exchange/rules';
import { exchange, exchanges } from '../sdp/exchanges';
import { fixture } from '../sdp/fixtures';
import { inSection, without } from './damages';

const crlf = (sdp: string) => sdp.replace(/\r?\n/g, '\r\n');
const OFFER = crlf(fixture('chromium-offer-gathered'));
const ANSWER = crlf(fixture('chromium-answer-gathered'));

const look = (
	offer: string,
	answer: string,
	standing?: { offer: string; answer: string }
): Diagnosis =>
	diagnose({
		kind: 'exchange',
		offer: { sdp: offer, of: 'pasted-1' },
		answer: { sdp: answer, of: 'pasted-2' },
		...(standing && {
			standing: {
				offer: { sdp: standing.offer, of: 'before-1' },
				answer: { sdp: standing.answer, of: 'before-2' }
			}
		})
	});
const idsOf = ({ findings }: Diagnosis) => findings.map(({ id }) => id);

describe('of an offer and its answer is said', () => {
	it('that a browser accepts it, and how much was looked at, where nothing is wrong', () => {
		const diagnosis = look(OFFER, ANSWER);
		expect(diagnosis.verdict).toEqual({
			sentence: 'A browser accepts this answer.',
			isGood: true,
			words: []
		});
		expect(summaryOf(diagnosis)).toMatch(/^\d+ checks, nothing that would stop this call\.$/);
	});

	it.each([
		['answer-in-the-clear', 'sdp.not-for-browsers', 'A browser refuses this answer.'],
		['level-raised', 'answer.level', 'A browser accepts this answer.'],
		['no-direction-answered', 'answer.direction-not-offered', 'A browser refuses this answer.'],
		['no-ice-no-fingerprint', 'sdp.not-for-browsers', 'A browser refuses this answer.'],
		['no-rtcp-mux-answered', 'answer.no-rtcp-mux', 'A browser refuses this answer.'],
		['rejected-in-its-bundle', 'answer.rejected-in-bundle', 'A browser refuses this answer.'],
		['sections-in-another-order', 'answer.sections-differ', 'A browser refuses this answer.'],
		[
			'sound-in-a-video-section',
			'answer.no-codec-left',
			'Firefox refuses this answer, Chromium accepts it.'
		]
	])('what explains the others first: %s', (name, id, sentence) => {
		const { offer, answer } = exchange(name);
		const diagnosis = look(offer, answer);
		expect(idsOf(diagnosis)[0]).toBe(id);
		expect(diagnosis.verdict?.sentence).toBe(sentence);
	});

	it('that the DTLS role flipped, of the exchange that changes a connection', () => {
		const [first, second] = exchanges('dtls-role-flipped');
		expect(idsOf(look(first!.offer, first!.answer))).not.toContain('answer.dtls-role-flipped');
		const changed = look(second!.offer, second!.answer, first);
		expect(idsOf(changed)[0]).toBe('answer.dtls-role-flipped');
		expect(changed.verdict?.sentence).toBe('Chromium refuses this answer, Firefox accepts it.');
	});

	it('the offer’s own fault in front, for nobody comes to the answer then', () => {
		const { verdict, findings } = look(without(OFFER, 'fingerprint'), ANSWER);
		expect(verdict?.sentence).toBe('A browser refuses this offer.');
		expect(findings[0]).toMatchObject({ id: 'sdp.no-fingerprint' });
	});

	it('that the answer is the offer, handed back', () => {
		const echoed = look(OFFER, OFFER.replaceAll('a=setup:actpass', 'a=setup:active'));
		expect(idsOf(echoed)).toContain('answer.is-the-offer');
		expect(idsOf(look(OFFER, ANSWER))).not.toContain('answer.is-the-offer');
	});

	it.each(['active', 'passive'])('that both are %s, so that no call comes of it', (role) => {
		const as = (sdp: string) => sdp.replaceAll(/^a=setup:\w+/gm, `a=setup:${role}`);
		const { findings, verdict } = look(as(OFFER), as(ANSWER));
		expect(findings[0]).toMatchObject({ id: 'answer.setup', severity: 'breaks the call' });
		expect(verdict?.isGood).toBe(false);
		const other = role === 'active' ? 'passive' : 'active';
		const fit = look(as(OFFER), ANSWER.replaceAll(/^a=setup:\w+/gm, `a=setup:${other}`));
		expect(idsOf(fit)).not.toContain('answer.setup');
		expect(fit.verdict?.isGood).toBe(true);
		// Browsers take an answer that names none for one that is active.
		const silent = look(OFFER, without(ANSWER, 'setup'));
		expect(silent.findings.find(({ id }) => id === 'answer.no-setup')).toMatchObject({
			severity: 'worth knowing'
		});
		expect(silent.verdict?.isGood).toBe(true);
	});

	it('that a number stands for another codec in the answer', () => {
		const number = /^a=rtpmap:(\d+) VP9\/90000/m.exec(OFFER)![1]!;
		const said = (answer: string) =>
			look(OFFER, answer).findings.find(({ id }) => id === 'answer.payload-type-differs');
		const map = new RegExp(`^a=rtpmap:${number} VP9/90000`, 'm');
		const other = said(ANSWER.replace(map, `a=rtpmap:${number} AV1/90000`));
		expect(other?.claim).toMatch(
			new RegExp(`^Payload type ${number} is VP9 in the offer and AV1 in the answer, in video`)
		);
		expect(other?.because).toHaveLength(2);
		expect(said(ANSWER)).toBeUndefined();
		// Names of codecs have no case, and a number that the m= line does not list stands for nothing.
		expect(said(ANSWER.replace(map, `a=rtpmap:${number} vp9/90000`))).toBeUndefined();
		const unlisted = ANSWER.replace(new RegExp(`^(m=video .*) ${number}\\b`, 'm'), '$1');
		expect(said(unlisted.replace(map, `a=rtpmap:${number} AV1/90000`))).toBeUndefined();
	});

	it('that a section, or every one, is rejected', () => {
		const reject = (sdp: string, at: number) =>
			inSection(sdp, at, (section) => section.replace(/^(m=\w+) \d+/, '$1 0'));
		const one = reject(ANSWER, 1).replace('BUNDLE 0 1 2', 'BUNDLE 0 2');
		expect(look(OFFER, one).findings[0]).toMatchObject({
			id: 'answer.section-rejected',
			severity: 'worth knowing'
		});
		const all = [0, 1, 2].reduce(reject, ANSWER).replace(/^a=group:.*\r\n/m, '');
		expect(
			look(OFFER, all).findings.find(({ id }) => id === 'answer.section-rejected')
		).toMatchObject({ severity: 'breaks the call' });
	});

	it('that nothing flows in a section', () => {
		const still = ANSWER.replace('a=sendrecv', 'a=inactive');
		expect(idsOf(look(OFFER, still))).toContain('media.no-direction');
		const oneWay = ANSWER.replace('a=sendrecv', 'a=recvonly');
		expect(idsOf(look(OFFER, oneWay))).not.toContain('media.no-direction');
	});

	it('that both networks are private, and not the same one', () => {
		const at = (sdp: string, address: string) =>
			inSection(
				without(sdp, 'candidate'),
				0,
				(section) => `${section}a=candidate:1 1 udp 2122260223 ${address} 5000 typ host\r\n`
			);
		const apart = look(at(OFFER, '192.168.1.7'), at(ANSWER, '10.0.1.4'));
		expect(apart.findings.find(({ id }) => id === 'ice.different-private-networks')).toMatchObject({
			isCertain: false,
			severity: 'will bite'
		});
		const together = look(at(OFFER, '192.168.1.7'), at(ANSWER, '192.168.1.9'));
		expect(idsOf(together)).not.toContain('ice.different-private-networks');
		// A company routes between its parts, and a mesh of VPNs between all that are in it.
		for (const [one, other] of [
			['10.1.5.20', '10.2.7.30'],
			['100.101.102.103', '100.90.80.70']
		] as const) {
			const routed = look(at(OFFER, one), at(ANSWER, other));
			expect(idsOf(routed)).not.toContain('ice.different-private-networks');
		}
		const out = look(at(OFFER, '192.168.1.7'), at(ANSWER, '203.0.113.9'));
		expect(idsOf(out)).not.toContain('ice.different-private-networks');
	});

	it('that neither side begins the checks', () => {
		const lite = (sdp: string) => sdp.replace('t=0 0\r\n', 't=0 0\r\na=ice-lite\r\n');
		expect(idsOf(look(lite(OFFER), lite(ANSWER)))).toContain('ice.both-lite');
		expect(idsOf(look(OFFER, lite(ANSWER)))).not.toContain('ice.both-lite');
	});
});

describe('the findings', () => {
	const { offer, answer } = exchange('answer-in-the-clear');

	it('come the worst first, and what follows under what explains it', () => {
		const { findings } = look(offer, answer);
		const heads = findings.filter(({ under }) => under === null);
		const ranks = heads.map(({ severity }) => SEVERITIES.indexOf(severity));
		expect(ranks).toEqual(ranks.toSorted());
		expect(findings[1]).toMatchObject({ under: 'sdp.not-for-browsers' });
	});

	it('name the lines that they rest on, in the reader of each description', () => {
		const { findings } = look(OFFER, without(ANSWER, 'rtcp-mux'));
		const [finding] = findings;
		expect(finding!.id).toBe('answer.no-rtcp-mux');
		expect(finding!.because).toEqual([
			expect.objectContaining({ kind: 'line', of: 'pasted-1', text: 'a=rtcp-mux' })
		]);
	});

	it('say each thing once', () => {
		for (const damaged of [without(ANSWER, 'fingerprint'), without(ANSWER, 'rtcp-mux')]) {
			const ids = idsOf(look(OFFER, damaged));
			expect(new Set(ids).size).toBe(ids.length);
		}
	});

	it('are a report in Markdown, with verdict, reasons and what to do', () => {
		const report = reportOf([{ about: null, ...look(OFFER, without(ANSWER, 'rtcp-mux')) }]);
		expect(report).toContain('**A browser refuses this answer.**');
		expect(report).toMatch(/- \*\*breaks the call\*\*: .*\(`answer\.no-rtcp-mux`\)/);
		expect(report).toMatch(/ {2}- line \d+: `a=rtcp-mux`/);
		expect(report).toContain('  - To do: ');
	});

	it('have a name of their own for each rule', () => {
		const ids = Object.values(RULES).map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const { todo, source } of Object.values(RULES)) {
			expect(todo).toMatch(/\.$/);
			expect(source).toMatch(/^RFC \d+/);
		}
	});
});

describe('a provisional answer', () => {
	const provisional = (answer: string): Diagnosis =>
		diagnose({
			kind: 'exchange',
			offer: { sdp: OFFER, of: 'pasted-1' },
			answer: { sdp: answer, of: 'pasted-2', isProvisional: true }
		});

	it('has a verdict of its own', () => {
		expect(provisional(ANSWER).verdict).toMatchObject({
			sentence: 'Firefox refuses this provisional answer, Chromium accepts it.',
			words: [{ browser: 'Firefox', text: 'pranswer not yet implemented' }]
		});
		expect(idsOf(provisional(ANSWER))).toEqual(['answer.provisional']);
		expect(idsOf(look(OFFER, ANSWER))).toEqual([]);
		expect(provisional(without(ANSWER, 'rtcp-mux')).verdict?.sentence).toBe(
			'A browser refuses this provisional answer.'
		);
	});

	it('may split the bundle in Chromium, which looks at that in the answer that follows', () => {
		const split = ANSWER.replace(
			/^a=group:BUNDLE 0 (.*)$/m,
			'a=group:BUNDLE 0\r\na=group:BUNDLE $1'
		);
		expect(split).not.toBe(ANSWER);
		expect(look(OFFER, split).verdict?.sentence).toContain('Chromium refuses');
		expect(provisional(split).verdict?.sentence).toBe(
			'Firefox refuses this provisional answer, Chromium accepts it.'
		);
	});

	it('alone is called what it is where a browser refuses it', () => {
		const { verdict } = diagnose({
			kind: 'description',
			role: 'answer',
			given: { sdp: without(ANSWER, 'fingerprint'), of: 'pasted-1', isProvisional: true }
		});
		expect(verdict?.sentence).toBe('A browser refuses this provisional answer.');
	});
});
