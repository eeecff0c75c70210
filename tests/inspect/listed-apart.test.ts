import { describe, expect, it } from 'vitest';
import { pairDescriptions } from '../../src/lib/inspect/pair-descriptions';
import { headOf } from './concluded';

/** Descriptions in words: a type, the session id of the author, and the version. */
function paired(words: string) {
	const descriptions = words.split(' ').map((word) => {
		const [type, author, version] = word.split(':');
		const sdp = `v=0\r\no=- ${author} ${version} IN IP4 127.0.0.1\r\ns=-\r\n`;
		return { type: type as 'offer' | 'answer', sdp };
	});
	return pairDescriptions(descriptions).exchanges;
}

describe('all offers of a connection, and behind them all answers, are paired in order', () => {
	it.for([
		['two of each', 'offer:1:2 offer:1:3 answer:2:2 answer:2:3', '0-2 1-3'],
		[
			'three of each',
			'offer:1:2 offer:1:3 offer:1:7 answer:2:1 answer:2:2 answer:2:3',
			'0-3 1-4 2-5'
		],
		[
			'behind an exchange that stands as it was made',
			'offer:5:1 answer:6:1 offer:1:2 offer:1:3 answer:2:2 answer:2:3',
			'0-1 2-4 3-5'
		]
	] as const)('%s', ([, words, expected]) => {
		expect(
			paired(words)
				.map((places) => places.join('-'))
				.join(' ')
		).toBe(expected);
	});

	it.for([
		['one answer, which is of the last offer', 'offer:1:2 offer:1:3 answer:2:2', '1-2'],
		['the same version twice', 'offer:1:2 offer:1:2 answer:2:2 answer:2:2', '0-3 1-2'],
		['offers of two connections', 'offer:1:2 offer:3:2 answer:2:2 answer:2:3', '0-3 1-2'],
		['answers of the side that offers', 'offer:1:2 offer:1:3 answer:1:4 answer:1:5', '0-3 1-2'],
		['one after the other', 'offer:1:2 answer:2:2 offer:1:3 answer:2:3', '0-1 2-3']
	] as const)('but not: %s', ([, words, expected]) => {
		expect(
			paired(words)
				.map((places) => places.join('-'))
				.join(' ')
		).toBe(expected);
	});

	it('and the first exchange stands when the second is made', async () => {
		const written = (author: number, version: number, setup: string) =>
			[
				'v=0',
				`o=- ${author} ${version} IN IP4 127.0.0.1`,
				's=-',
				't=0 0',
				'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
				'c=IN IP4 0.0.0.0',
				`a=ice-ufrag:abc${author}`,
				`a=ice-pwd:abcdefghijklmnopqrstuv${author}`,
				`a=fingerprint:sha-256 ${Array(32).fill(`0${author}`).join(':')}`,
				`a=setup:${setup}`,
				'a=mid:0',
				'a=sctp-port:5000',
				''
			].join('\r\n');
		const text = (roles: readonly [string, string]) =>
			`Offers:\n${written(1, 2, 'actpass')}\n${written(1, 3, 'actpass')}\nAnswers:\n${written(2, 2, roles[0])}\n${written(2, 3, roles[1])}`;
		const idsOf = async (roles: readonly [string, string]) => {
			const head = await headOf(text(roles));
			return head.kind === 'parts'
				? head.conclusions.flatMap(({ findings }) => findings.map(({ id }) => id))
				: null;
		};
		expect(await idsOf(['active', 'passive'])).toContain('answer.dtls-role-flipped');
		expect(await idsOf(['active', 'active'])).not.toContain('answer.dtls-role-flipped');
	});
});
