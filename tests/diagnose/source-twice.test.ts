import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/lib/diagnose';
import { fixture } from '../sdp/fixtures';
import { inSection, without, withLines } from './damages/change';

const crlf = (sdp: string) => sdp.replace(/\r?\n/g, '\r\n');
const bare = (name: string) =>
	without(crlf(fixture(name)), 'candidate', 'end-of-candidates', 'ssrc', 'ssrc-group');
const OFFER = bare('chromium-offer-gathered');
const ANSWER = bare('chromium-answer-gathered');

const look = (offer: string, answer: string) =>
	diagnose({
		kind: 'exchange',
		offer: { sdp: offer, of: 'offer' },
		answer: { sdp: answer, of: 'answer' }
	});
const idsOf = (findings: ReturnType<typeof look>['findings']) => findings.map(({ id }) => id);

describe('that a source stands in two sections of a bundle', () => {
	const source = (sdp: string, at: number, ssrc: number) =>
		withLines(sdp, at, `a=ssrc:${ssrc} cname:one`);

	it('is said of an offer, which Chromium cannot answer, and of an answer, which it refuses', () => {
		const offered = look(source(source(OFFER, 0, 7), 1, 7), ANSWER);
		expect(offered.findings[0]).toMatchObject({
			id: 'offer.source-twice',
			unanswerableBy: ['Chromium']
		});
		const answered = look(OFFER, source(source(ANSWER, 0, 7), 1, 7));
		expect(answered.findings[0]).toMatchObject({
			id: 'answer.source-twice',
			refusedBy: ['Chromium']
		});
	});

	it('is not said where it stands twice in one section, or in a section that is rejected', () => {
		const once = look(source(source(OFFER, 0, 7), 0, 7), ANSWER);
		expect(idsOf(once.findings)).not.toContain('offer.source-twice');
		const rejected = inSection(source(source(OFFER, 0, 7), 1, 7), 1, (section) =>
			section.replace(/^m=video \d+/, 'm=video 0')
		);
		expect(idsOf(look(rejected, ANSWER).findings)).not.toContain('offer.source-twice');
	});

	it('is not said where nothing is bundled', () => {
		const apart = without(source(source(OFFER, 0, 7), 1, 7), 'group');
		expect(idsOf(look(apart, ANSWER).findings)).not.toContain('offer.source-twice');
	});
});
