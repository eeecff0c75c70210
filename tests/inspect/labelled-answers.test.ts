import { describe, expect, it } from 'vitest';
import { mattersIn } from './concluded';
import { sdp } from './fixtures';
import { DUMPS, STREAMS } from './hex-writers';

const OFFER = sdp('chromium-offer-gathered');
/** What answers it, of another agent. */
const ANSWER = OFFER.replace(/^o=.*/m, 'o=- 7712000000000000001 2 IN IP4 127.0.0.1')
	.replace(/a=ice-ufrag:\S+/g, 'a=ice-ufrag:Zx9q')
	.replace(/a=ice-pwd:\S+/g, 'a=ice-pwd:mN8bVcXzLkJhGfDsA2468013')
	.replace(/(a=fingerprint:\S+) (\S+):(\w\w)/g, '$1 $3:$2')
	.replace(/^a=candidate:.*\r\n/gm, '')
	.replaceAll('a=setup:actpass', 'a=setup:active');
/** The same, as nothing in it tells that it is an answer: it leaves the DTLS role open. */
const OPEN = ANSWER.replaceAll('a=setup:active', 'a=setup:actpass');

/** What matters where the second is heard to be the answer, and where it is not. */
const [HEARD, CROSSED] = [['answer.setup-open'], ['negotiation.glare']];
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('above hex dumps a line tells which is the answer', () => {
	const dumps = Object.entries({ ...DUMPS, ...STREAMS });
	it.each(dumps)('%s', async (_, dump) => {
		const both = (one: string, other: string, second: string) =>
			`${one}\n${dump(bytesOf(OFFER))}\n${other}\n${dump(bytesOf(second))}`;
		expect(await mattersIn(both('Offer', 'Answer', OPEN))).toEqual(HEARD);
		expect(await mattersIn(both('$ xxd offer.sdp', '$ xxd answer.sdp', OPEN))).toEqual(HEARD);
		expect(await mattersIn(both('Offer', 'Answer', ANSWER))).toEqual([]);
		expect(await mattersIn(both('Offer', 'Offer', OPEN))).toEqual(CROSSED);
	});

	it('and none does where two offers really cross', async () => {
		for (const dump of Object.values(DUMPS)) {
			const both = dump(bytesOf(OFFER)) + '\n' + dump(bytesOf(OPEN));
			expect(await mattersIn(both)).toEqual(CROSSED);
		}
	});
});
