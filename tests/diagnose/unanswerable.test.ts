import { describe, expect, it } from 'vitest';
import { DAMAGES } from './damages';
import { idsOf, look, OFFER } from './looked-at';

describe('an offer that is taken and cannot be answered', () => {
	it('is said to be so in the browser in which it is', () => {
		const { verdict } = look(DAMAGES['the fingerprint is one byte short']!(OFFER));
		expect(verdict).toEqual({
			sentence: 'A browser takes this offer, but it cannot be answered in Chromium.',
			isGood: false,
			words: [{ browser: 'Chromium', text: 'Failed to apply remote fingerprint.' }]
		});
	});

	it('may be refused by the other browser', () => {
		expect(look(DAMAGES['the DTLS role is on hold']!(OFFER)).verdict?.sentence).toBe(
			'Firefox refuses this offer; Chromium takes it, but it cannot be answered there.'
		);
	});

	it.each([
		'the bundle names a section that is not there',
		'two sections have one name',
		'a line has no equals sign',
		'an empty line stands between two sections'
	])('is one in Firefox where %s', (damage) => {
		const gone = DAMAGES[damage]!(OFFER);
		expect(gone).not.toBe(OFFER);
		expect(look(gone).verdict?.sentence).toBe(
			'Chromium refuses this offer; Firefox takes it, but it cannot be answered there.'
		);
	});

	it('is one in Firefox where a section is for images', () => {
		const fax = OFFER.replace(/^m=audio/m, 'm=image');
		expect(look(fax).findings.find(({ id }) => id === 'sdp.section-for-images')).toMatchObject({
			unanswerableBy: ['Firefox']
		});
		expect(idsOf(look(fax, 'answer').findings)).not.toContain('sdp.section-for-images');
	});

	it('is not one of which the role is fixed', () => {
		const { verdict } = look(DAMAGES['the DTLS role is fixed']!(OFFER));
		expect(verdict?.sentence).toBe('A browser accepts this offer.');
	});
});
