import { describe, expect, it } from 'vitest';
import { mattersIn } from './concluded';
import { sdp } from './fixtures';

describe('a later offer that nobody answered', () => {
	const before = `${sdp('chromium-offer-gathered')}\n${sdp('chromium-answer-gathered')}\n`;
	const later = (change: (sections: string[]) => string[]) => {
		const next = sdp('chromium-offer-gathered').replace(/^(o=\S+ \S+) \d+/m, '$1 3');
		const [session = '', ...sections] = next.split(/^(?=m=)/m);
		const changed = change(sections);
		const mids = changed.map((one) => /^a=mid:(\S+)/m.exec(one)![1]).join(' ');
		return before + session.replace(/^(a=group:BUNDLE).*/m, `$1 ${mids}`) + changed.join('');
	};

	it('is held against the connection that it goes on with', async () => {
		expect(await mattersIn(later((all) => all))).toEqual([]);
		expect(await mattersIn(later(([one]) => [one!]))).toEqual(['offer.sections-gone']);
		expect(await mattersIn(later(([one, other, ...more]) => [other!, one!, ...more]))).toEqual([
			'offer.sections-moved'
		]);
	});

	it('is what a browser’s words beside it are about', async () => {
		const words =
			"InvalidAccessError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote offer sdp: The order of m-lines in subsequent offer doesn't match order from previous offer/answer.";
		const text = `${later(([one, other, ...more]) => [other!, one!, ...more])}\n${words}\n`;
		expect(await mattersIn(text)).toEqual(['offer.sections-moved']);
	});

	it('is another connection’s where its credentials are others', async () => {
		const other = later(([one]) => [one!]).replace(before, '');
		const fresh = other
			.replace(/^o=\S+ \S+/m, 'o=- 99887766')
			.replace(/^a=ice-ufrag:.*/gm, 'a=ice-ufrag:Nw1x');
		expect(await mattersIn(before + fresh)).toEqual([]);
	});
});
