import { describe, expect, it } from 'vitest';
import { hasMask } from '../../src/lib/inspect/masked';
import { isMaskedPort } from '../../src/lib/ice';
import { costOfLength } from '../tools/growth';
import { headOf, mattersIn } from './concluded';
import { sdp } from './fixtures';

const OFFER = sdp('chromium-offer-gathered');
const ANSWER = sdp('chromium-answer-gathered');

type Change = (sdp: string) => string;
/** An answer that was changed so, behind its offer. */
const exchangeIn = (change: Change) => `${OFFER}\n${change(ANSWER)}`;

const PORTS = ['XXXXX', '50xxx', '9x', '<port>', 'PORT', 'MY_PORT', '****', '•••••', '[redacted]'];
const IDS = ['XXXX', '<id>', 'SESSION_ID', '123xxxx', '********', 'REDACTED', '<session id>'];

const verdictsOf = async (text: string) => {
	const head = await headOf(text);
	return 'conclusions' in head ? head.conclusions.map(({ verdict }) => verdict?.isGood) : [];
};
const masking =
	(pattern: RegExp, mask: string): Change =>
	(text) =>
		text.replace(pattern, (_, front: string) => front + mask);
const withPort = (mask: string) => masking(/^(m=\S+ )\d+/gm, mask);
const withId = (mask: string) => masking(/^(o=\S+ )\d+/m, mask);

describe('of a masked number nothing is concluded', () => {
	it.each(PORTS)('in m=, of the port %s', async (mask) => {
		const text = exchangeIn(withPort(mask));
		expect([await mattersIn(text), await verdictsOf(text)]).toEqual([[], [true]]);
	});

	it.each(IDS)('in o=, of the session id %s', async (mask) => {
		const text = exchangeIn(withId(mask));
		expect([await mattersIn(text), await verdictsOf(text)]).toEqual([[], [true]]);
		expect(hasMask(`o=- ${mask} 2 IN IP4 127.0.0.1`)).toBe(true);
	});

	it('in m=, of several ports, and of a payload type', async () => {
		for (const [mask, behind] of [
			['XXXXX/2', ''],
			['9', ' XXX']
		] as const) {
			const text = exchangeIn((one) => withPort(mask)(one).replace(/^m=audio.*/m, `$&${behind}`));
			expect([behind, await mattersIn(text)]).toEqual([behind, []]);
		}
	});

	it('in o=, where two sides have the same mask', async () => {
		const same = withId('XXXX');
		const text = `${same(OFFER)}\n${same(ANSWER)}`;
		expect([await mattersIn(text), await verdictsOf(text)]).toEqual([[], [true]]);
	});

	it('in o=, of the version', async () => {
		const text = exchangeIn(masking(/^(o=\S+ \S+ )\d+/m, 'XX'));
		expect([await mattersIn(text), await verdictsOf(text)]).toEqual([[], [true]]);
	});
});

describe('beside a masked number the rest is judged', () => {
	it('as the codecs of an answer whose port is masked', async () => {
		const other = (text: string) =>
			withPort('XXXXX')(text)
				.replace(/^(m=audio \S+ \S+).*/m, '$1 111')
				.replace(/^a=rtpmap:111 .*/m, 'a=rtpmap:111 speex/8000');
		expect(await mattersIn(exchangeIn(other))).toContain('answer.no-codec-left');
	});

	it('as a section without a fingerprint', async () => {
		const text = exchangeIn((text) =>
			withPort('<port>')(text).replace(/^a=fingerprint:.*\r\n/gm, '')
		);
		expect(await mattersIn(text)).toContain('answer.no-fingerprint');
	});
});

describe('no mask is', () => {
	it.each(['abc', 'null', '(null)', 'undefined', 'NaN', '-1', 'UDP', 'audio', '[object'])(
		'%s in the place of a port',
		async (port) => {
			expect(isMaskedPort(port)).toBe(false);
			expect(await mattersIn(exchangeIn(withPort(port)))).toContain('sdp.section-port');
		}
	);

	it.each(['abc', 'null', 'undefined', '<nil>', '12ab', '-5'])(
		'%s in the place of a session id',
		async (id) => {
			expect(await mattersIn(exchangeIn(withId(id)))).toContain('sdp.origin-number');
		}
	);

	it.each(['9', '50001', '65536', '0x50'])('a number that is written: %s', (port) => {
		expect(isMaskedPort(port)).toBe(false);
	});
});

it('masked numbers are looked for in time in proportion to the length', () => {
	for (const unit of ['x', '1', '1x', '**', '<', '_a']) {
		const line = (count: number) => `o=- ${unit.repeat(count)} 2 IN IP4 127.0.0.1`;
		expect(costOfLength(line, 2000, hasMask)).toBeLessThan(8);
	}
});
